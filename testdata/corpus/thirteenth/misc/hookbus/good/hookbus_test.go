package hookbus

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestHooksAddHooks(t *testing.T) {
	var b Bus
	var calls atomic.Int32
	var once sync.Once
	b.Add(func(b *Bus, ev string) {
		calls.Add(1)
		once.Do(func() {
			b.Add(func(*Bus, string) { calls.Add(1) })
		})
	})
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() { b.Fire("save") })
	}
	wg.Wait()
	b.Fire("quit")
	if b.Fired() != 6 || calls.Load() < 8 {
		t.Error(b.Fired(), calls.Load())
	}
}
