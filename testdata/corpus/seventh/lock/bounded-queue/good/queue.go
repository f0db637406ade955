// Package bq is a bounded blocking queue.
package bq

import "sync"

// Queue holds up to a number of elements.
type Queue[T any] struct {
	mu       sync.Mutex
	notEmpty sync.Cond
	notFull  sync.Cond
	items    []T
	limit    int
	closed   bool
}

// New makes a queue for at least one element.
func New[T any](limit int) *Queue[T] {
	q := &Queue[T]{limit: max(limit, 1)}
	q.notEmpty.L = &q.mu
	q.notFull.L = &q.mu
	return q
}

// Put adds an element and waits for room; it reports false when the queue is closed.
func (q *Queue[T]) Put(v T) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == q.limit && !q.closed {
		q.notFull.Wait()
	}
	if q.closed {
		return false
	}
	q.items = append(q.items, v)
	q.notEmpty.Signal()
	return true
}

// Get takes the oldest element; ok is false when the queue is closed and empty.
func (q *Queue[T]) Get() (v T, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for {
		if len(q.items) > 0 {
			v = q.items[0]
			q.items = q.items[1:]
			q.notFull.Signal()
			return v, true
		}
		if q.closed {
			return v, false
		}
		q.notEmpty.Wait()
	}
}

// Len is the number of waiting elements.
func (q *Queue[T]) Len() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.items)
}

// Close wakes all who wait.
func (q *Queue[T]) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.notEmpty.Broadcast()
	q.notFull.Broadcast()
}
