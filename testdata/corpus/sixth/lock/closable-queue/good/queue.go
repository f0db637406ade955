// Package queue is a bounded queue.
package queue

import (
	"errors"
	"sync"
)

// ErrClosed is returned by a closed queue.
var ErrClosed = errors.New("queue is closed")

// Queue blocks when it is full or empty.
type Queue[T any] struct {
	mu       sync.Mutex
	notEmpty *sync.Cond
	notFull  *sync.Cond
	ring     []T
	first, n int
	closed   bool
}

// New makes a queue with room for size elements.
func New[T any](size int) *Queue[T] {
	q := &Queue[T]{ring: make([]T, size)}
	q.notEmpty = sync.NewCond(&q.mu)
	q.notFull = sync.NewCond(&q.mu)
	return q
}

func (q *Queue[T]) full() bool { return q.n == len(q.ring) }

func (q *Queue[T]) push(v T) {
	q.ring[(q.first+q.n)%len(q.ring)] = v
	q.n++
}

func (q *Queue[T]) pop() T {
	var zero T
	v := q.ring[q.first]
	q.ring[q.first] = zero
	q.first = (q.first + 1) % len(q.ring)
	q.n--
	return v
}

// Put adds an element and waits for room.
func (q *Queue[T]) Put(v T) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.full() && !q.closed {
		q.notFull.Wait()
	}
	if q.closed {
		return ErrClosed
	}
	q.push(v)
	q.notEmpty.Signal()
	return nil
}

// Take removes the first element and waits for one.
func (q *Queue[T]) Take() (T, error) {
	q.mu.Lock()
	for {
		if q.n > 0 {
			v := q.pop()
			q.mu.Unlock()
			q.notFull.Signal()
			return v, nil
		}
		if q.closed {
			q.mu.Unlock()
			var zero T
			return zero, ErrClosed
		}
		q.notEmpty.Wait()
	}
}

// Close ends the queue; what is in it can still be taken.
func (q *Queue[T]) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.notEmpty.Broadcast()
	q.notFull.Broadcast()
}
