// Package broadcast tells many subscribers the news.
package broadcast

import (
	"iter"
	"sync"
	"sync/atomic"
)

// Sub is a subscription.
type Sub[T any] struct {
	src     *Source[T]
	c       chan T
	dropped atomic.Int64
}

// Source sends values to its subscribers. It never waits for them.
type Source[T any] struct {
	size int

	mu     sync.Mutex
	subs   map[*Sub[T]]struct{}
	last   T
	sent   int
	closed bool
}

// NewSource makes a source whose subscribers may lag by size values.
func NewSource[T any](size int) *Source[T] {
	return &Source[T]{size: max(1, size), subs: make(map[*Sub[T]]struct{})}
}

// Subscribe starts a subscription. It begins with the last value sent.
func (s *Source[T]) Subscribe() *Sub[T] {
	sub := &Sub[T]{src: s, c: make(chan T, s.size)}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sent > 0 {
		sub.c <- s.last
	}
	if s.closed {
		close(sub.c)
		return sub
	}
	s.subs[sub] = struct{}{}
	return sub
}

// Send gives v to all subscribers that have room.
func (s *Source[T]) Send(v T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.last = v
	s.sent++
	for sub := range s.subs {
		sub.offer(v)
	}
}

func (sub *Sub[T]) offer(v T) {
	select {
	case sub.c <- v:
	default:
		sub.dropped.Add(1)
	}
}

// Close ends all subscriptions.
func (s *Source[T]) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.closed = true
	for sub := range s.subs {
		s.drop(sub)
	}
}

// drop needs s.mu.
func (s *Source[T]) drop(sub *Sub[T]) {
	if _, ok := s.subs[sub]; ok {
		delete(s.subs, sub)
		close(sub.c)
	}
}

// Cancel ends the subscription; it may be called more than once.
func (sub *Sub[T]) Cancel() {
	sub.src.mu.Lock()
	defer sub.src.mu.Unlock()
	sub.src.drop(sub)
}

// C is closed at the end of the subscription.
func (sub *Sub[T]) C() <-chan T { return sub.c }

// Dropped counts the values that found no room.
func (sub *Sub[T]) Dropped() int64 { return sub.dropped.Load() }

// All yields the values and cancels the subscription at the end.
func (sub *Sub[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		defer sub.Cancel()
		for v := range sub.c {
			if !yield(v) {
				return
			}
		}
	}
}
