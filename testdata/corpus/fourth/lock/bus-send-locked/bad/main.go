package main

import (
	"fmt"
	"sync"
)

type event struct {
	topic string
	n     int
}

type subscription struct {
	ch   chan event
	gone chan struct{}
}

type bus struct {
	mu   sync.Mutex
	subs map[*subscription]bool
}

func (b *bus) subscribe() *subscription {
	s := &subscription{ch: make(chan event), gone: make(chan struct{})}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = make(map[*subscription]bool)
	}
	b.subs[s] = true
	return s
}

func (b *bus) unsubscribe(s *subscription) {
	b.mu.Lock() // BUG: lock-held-across-blocking
	delete(b.subs, s)
	b.mu.Unlock()
	close(s.gone)
}

// publish delivers e to everybody who is still there
func (b *bus) publish(e event) {
	b.mu.Lock() // BUG: lock-held-across-blocking
	defer b.mu.Unlock()
	for s := range b.subs {
		select {
		case s.ch <- e: // BUG: lock-held-across-blocking
		case <-s.gone:
		}
	}
}

func main() {
	var b bus
	var wg sync.WaitGroup
	for id := 1; id <= 3; id++ {
		s := b.subscribe()
		wg.Go(func() {
			defer b.unsubscribe(s)
			for range id {
				e := <-s.ch
				fmt.Printf("subscriber %d: %s %d\n", id, e.topic, e.n)
			}
		})
	}
	for n := range 5 {
		b.publish(event{"weather", n})
	}
	wg.Wait()
}
