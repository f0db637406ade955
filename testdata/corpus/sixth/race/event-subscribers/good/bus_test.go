package bus

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestOnce(t *testing.T) {
	b := New()
	n := 0
	b.Once("boot", HandlerFunc(func(Event) { n++ }))
	b.Publish(Event{Topic: "boot"})
	b.Publish(Event{Topic: "boot"})
	if n != 1 {
		t.Fatal(n)
	}
}

func TestComeAndGo(t *testing.T) {
	b := New()
	var seen atomic.Int32
	count := HandlerFunc(func(Event) { seen.Add(1) })
	var ids []int
	for range 40 {
		ids = append(ids, b.Subscribe("price", count))
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 40 {
			b.Publish(Event{Topic: "price", Data: 7})
		}
	})
	wg.Go(func() {
		for _, id := range ids {
			b.Unsubscribe("price", id)
		}
	})
	wg.Wait()
	if b.Sent() != 40 {
		t.Fatal(b.Sent())
	}
}
