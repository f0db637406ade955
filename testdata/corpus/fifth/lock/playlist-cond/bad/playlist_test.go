package playlist

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestManyRequesters(t *testing.T) {
	l := New(1)
	var (
		in, out sync.WaitGroup
		played  atomic.Int64
	)
	for range 3 {
		out.Go(func() {
			for range l.All() {
				played.Add(1)
			}
		})
	}
	for i := range 6 {
		in.Go(func() {
			for range 3000 {
				if !l.Request(Song{"Nena", "Leuchtturm", 180 + i}) {
					t.Error("closed too early")
				}
			}
		})
	}
	in.Wait()
	l.Close()
	out.Wait()
	if n := played.Load(); n != 18000 {
		t.Errorf("%d played", n)
	}
}
