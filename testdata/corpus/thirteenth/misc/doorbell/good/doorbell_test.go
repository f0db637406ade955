package doorbell

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestRingTogether(t *testing.T) {
	b := New()
	if _, err := b.Wait(time.Millisecond); err != ErrTimeout {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	var first atomic.Int32
	for _, who := range []string{"postman", "neighbour", "child"} {
		wg.Go(func() {
			if b.Ring(who) {
				first.Add(1)
			}
		})
		wg.Go(func() {
			if by, err := b.Wait(10 * time.Second); err != nil || by == "" {
				t.Error(by, err)
			}
		})
	}
	wg.Wait()
	if first.Load() != 1 {
		t.Error("rung", first.Load(), "times")
	}
}
