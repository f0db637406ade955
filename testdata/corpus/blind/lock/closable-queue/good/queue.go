// Package queue has a bounded FIFO.
package queue

import (
	"errors"
	"sync"
)

// ErrClosed is returned by Put after Close.
var ErrClosed = errors.New("queue: closed")

// Queue holds values of type T.
type Queue[T any] struct {
	mu       sync.Mutex
	notEmpty sync.Cond
	notFull  sync.Cond
	ring     []T
	head, n  int
	closed   bool
}

// New makes a queue for size values.
func New[T any](size int) *Queue[T] {
	q := &Queue[T]{ring: make([]T, size)}
	q.notEmpty.L = &q.mu
	q.notFull.L = &q.mu
	return q
}

// Put waits for room and appends v.
func (q *Queue[T]) Put(v T) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.n == len(q.ring) && !q.closed {
		q.notFull.Wait()
	}
	if q.closed {
		return ErrClosed
	}
	q.ring[(q.head+q.n)%len(q.ring)] = v
	q.n++
	q.notEmpty.Signal()
	return nil
}

// Get waits for a value; ok is false when the queue is closed and empty.
func (q *Queue[T]) Get() (v T, ok bool) {
	q.mu.Lock()
	for {
		if q.n > 0 {
			break
		}
		if q.closed {
			q.mu.Unlock()
			return v, false
		}
		q.notEmpty.Wait()
	}
	var zero T
	v, q.ring[q.head] = q.ring[q.head], zero
	q.head = (q.head + 1) % len(q.ring)
	q.n--
	q.mu.Unlock()
	q.notFull.Signal() // may be called without the lock
	return v, true
}

// All yields values until the queue is closed and empty.
func (q *Queue[T]) All() func(yield func(T) bool) {
	return func(yield func(T) bool) {
		for {
			v, ok := q.Get()
			if !ok || !yield(v) {
				return
			}
		}
	}
}

// Close wakes everybody who waits.
func (q *Queue[T]) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.notEmpty.Broadcast()
	q.notFull.Broadcast()
}
