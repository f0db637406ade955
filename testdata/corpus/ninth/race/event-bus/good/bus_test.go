package bus

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestEmit(t *testing.T) {
	var traced, got atomic.Int64
	b := New(WithTrace(func(string) { traced.Add(1) }))
	b.On("start", func(any) { got.Add(1) })

	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for range 100 {
			b.On("tick", func(any) {})
			b.Off("tick")
		}
	}()
	go func() {
		defer wg.Done()
		for i := range 100 {
			b.Emit("start", i)
		}
	}()
	wg.Wait()
	if got.Load() != 100 || traced.Load() != 100 {
		t.Error(got.Load(), traced.Load())
	}
}
