package intake

import (
	"sync"
	"testing"
	"time"
)

func TestCloseWhileSending(t *testing.T) {
	st := NewStats()
	in := New(2, func(r Reading) {
		time.Sleep(50 * time.Microsecond)
		st.Add(r)
	})
	var (
		wg   sync.WaitGroup
		sent [4]int
	)
	for w := range sent {
		wg.Go(func() {
			for range 1000 {
				if in.Send(Reading{"s", float64(w)}) != nil {
					return
				}
				sent[w]++
			}
		})
	}
	time.Sleep(20 * time.Millisecond)
	in.Close()
	got := st.Count()
	wg.Wait()
	in.Close()
	if want := sent[0] + sent[1] + sent[2] + sent[3]; got != want {
		t.Errorf("%d of %d arrived", got, want)
	}
	if m := st.Mean("s"); got > 0 && (m < 0 || m > 3) {
		t.Error("mean", m)
	}
}
