// Package main calls handlers without the lock, through an iterator.
package main

import (
	"fmt"
	"iter"
	"sync"
)

type event struct{ name string }

type bus struct {
	mu       sync.RWMutex
	handlers map[int]func(event)
	next     int
	closed   bool
}

func (b *bus) on(f func(event)) (off func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	id := b.next
	b.next++
	if b.handlers == nil {
		b.handlers = make(map[int]func(event))
	}
	b.handlers[id] = f
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.handlers, id)
	}
}

func (b *bus) each() iter.Seq[func(event)] {
	return func(yield func(func(event)) bool) {
		b.mu.RLock()
		list := make([]func(event), 0, len(b.handlers))
		for _, h := range b.handlers {
			list = append(list, h)
		}
		b.mu.RUnlock()
		for _, h := range list {
			if !yield(h) {
				return
			}
		}
	}
}

func (b *bus) emit(e event) bool {
	b.mu.RLock()
	closed := b.closed
	b.mu.RUnlock()
	if closed {
		return false
	}
	for h := range b.each() {
		h(e)
	}
	return true
}

func (b *bus) close() {
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
}

func main() {
	var b bus
	var mu sync.Mutex
	counts := map[string]int{}
	off := b.on(func(e event) {
		mu.Lock()
		counts[e.name]++
		mu.Unlock()
	})
	var wg sync.WaitGroup
	for _, n := range []string{"x", "y"} {
		wg.Go(func() { b.emit(event{n}) })
	}
	wg.Wait()
	off()
	b.close()
	fmt.Println(counts, b.closed, b.next)
}
