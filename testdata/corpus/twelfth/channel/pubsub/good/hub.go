// Package hub distributes telemetry samples to any number of listeners.
package hub

import (
	"context"
	"iter"
	"sync"
	"sync/atomic"
)

// Hub fans samples of type T out to its subscribers. Slow subscribers miss
// samples instead of holding up the publisher.
type Hub[T any] struct {
	mu      sync.RWMutex
	subs    map[uint64]chan T
	nextID  uint64
	closed  bool
	dropped atomic.Int64
}

func New[T any]() *Hub[T] {
	return &Hub[T]{subs: make(map[uint64]chan T)}
}

// Publish offers v to all current subscribers.
func (h *Hub[T]) Publish(v T) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, ch := range h.subs {
		select {
		case ch <- v:
		default:
			h.dropped.Add(1)
		}
	}
}

// Subscribe returns a channel with room for buffer samples and a function
// that ends the subscription and closes the channel.
func (h *Hub[T]) Subscribe(buffer int) (<-chan T, func()) {
	ch := make(chan T, buffer)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		close(ch)
		return ch, func() {}
	}
	id := h.nextID
	h.nextID++
	h.subs[id] = ch
	return ch, func() { h.remove(id) }
}

func (h *Hub[T]) remove(id uint64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if ch, ok := h.subs[id]; ok {
		delete(h.subs, id)
		close(ch)
	}
}

// Stream yields samples until ctx ends, the hub is closed or the loop is left.
func (h *Hub[T]) Stream(ctx context.Context, buffer int) iter.Seq[T] {
	return func(yield func(T) bool) {
		ch, cancel := h.Subscribe(buffer)
		defer cancel()
		for {
			select {
			case <-ctx.Done():
				return
			case v, ok := <-ch:
				if !ok || !yield(v) {
					return
				}
			}
		}
	}
}

// Dropped counts samples that slow subscribers have missed.
func (h *Hub[T]) Dropped() int64 { return h.dropped.Load() }

// Close ends all subscriptions.
func (h *Hub[T]) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for id, ch := range h.subs {
		delete(h.subs, id)
		close(ch)
	}
}
