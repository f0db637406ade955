package bus

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestEmitWhileLeaving(t *testing.T) {
	var b Bus
	var got atomic.Int32
	var cancels []func()
	for range 6 {
		cancels = append(cancels, b.Subscribe("tick", HandlerFunc(func(Event) { got.Add(1) })))
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range 5 {
			b.Emit(Event{"tick", i})
		}
	})
	wg.Go(func() {
		for _, c := range cancels[:3] {
			c()
		}
	})
	wg.Wait()
	if n := b.Emit(Event{Topic: "tick"}); n != 3 {
		t.Errorf("%d subscribers left", n)
	}
	b.Close()
	if got.Load() == 0 {
		t.Error("nothing delivered")
	}
}

func TestPanic(t *testing.T) {
	var b Bus
	b.Subscribe("boom", HandlerFunc(func(Event) { panic("ouch") }))
	b.Emit(Event{Topic: "boom"})
	if len(b.Errors()) != 1 {
		t.Errorf("errors: %v", b.Errors())
	}
}
