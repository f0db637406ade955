package chanlock

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
)

func TestOneWinner(t *testing.T) {
	l := New()
	ctx := t.Context()
	var wg sync.WaitGroup
	var winners atomic.Int32
	for i := range 8 {
		wg.Go(func() {
			ok, err := l.Take(ctx, "printer", fmt.Sprint("user", i))
			if err != nil {
				t.Error(err)
			}
			if ok {
				winners.Add(1)
			}
		})
	}
	wg.Wait()
	if winners.Load() != 1 {
		t.Error("winners:", winners.Load())
	}
	for i := range 8 {
		if err := l.Return(ctx, "printer", fmt.Sprint("user", i)); err != nil {
			t.Error(err)
		}
	}
}
