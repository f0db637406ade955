package beat

import (
	"sync"
	"testing"
	"time"
)

func TestStop(t *testing.T) {
	calls := 0
	first := make(chan struct{})
	b := Start(time.Millisecond, func(n int) {
		if n == 0 {
			close(first)
		}
		calls++
	})
	t.Cleanup(b.Stop)
	<-first
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(b.Stop)
	}
	wg.Wait()
	if calls == 0 {
		t.Error("never called")
	}
}
