// Package boundedq is a blocking FIFO with a capacity, for handing work
// between stages without channels (items can be inspected while queued).
package boundedq

import (
	"errors"
	"sync"
)

var ErrClosed = errors.New("boundedq: closed")

// Queue holds at most its capacity. The zero value is not usable.
type Queue[T any] struct {
	mu     sync.Mutex
	moved  *sync.Cond
	ring   []T
	head   int
	n      int
	closed bool
}

// New returns a queue for up to capacity items.
func New[T any](capacity int) *Queue[T] {
	q := &Queue[T]{ring: make([]T, max(1, capacity))}
	q.moved = sync.NewCond(&q.mu)
	return q
}

// Push blocks while the queue is full.
func (q *Queue[T]) Push(v T) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.n == len(q.ring) && !q.closed {
		q.moved.Wait() // BUG: cond-lost-signal
	}
	if q.closed {
		return ErrClosed
	}
	q.ring[(q.head+q.n)%len(q.ring)] = v
	q.n++
	q.moved.Signal() // BUG: cond-lost-signal
	return nil
}

// Pop blocks while the queue is empty. After Close it drains what is left and
// then returns ErrClosed.
func (q *Queue[T]) Pop() (T, error) {
	var zero T
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.n == 0 {
		if q.closed {
			return zero, ErrClosed
		}
		q.moved.Wait() // BUG: cond-lost-signal
	}
	v := q.ring[q.head]
	q.ring[q.head] = zero
	q.head = (q.head + 1) % len(q.ring)
	q.n--
	q.moved.Signal() // BUG: cond-lost-signal
	return v, nil
}

// Peek calls visit for queued items from the oldest on until it returns false.
func (q *Queue[T]) Peek(visit func(T) bool) {
	q.mu.Lock()
	pending := make([]T, 0, q.n)
	for i := range q.n {
		pending = append(pending, q.ring[(q.head+i)%len(q.ring)])
	}
	q.mu.Unlock()
	for _, v := range pending {
		if !visit(v) {
			return
		}
	}
}

// Close wakes everybody. Closing twice is fine.
func (q *Queue[T]) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.moved.Broadcast()
}
