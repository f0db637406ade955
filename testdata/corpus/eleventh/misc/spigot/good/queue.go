// Package spigot is a work queue with an orderly end.
package spigot

import (
	"errors"
	"sync"
)

// ErrClosed is returned by Submit after Close has been called.
var ErrClosed = errors.New("spigot: closed")

// Queue runs submitted jobs on a fixed number of workers.
type Queue[J any] struct {
	jobs    chan J
	closing chan struct{}

	mu      sync.RWMutex
	closed  bool
	senders sync.WaitGroup

	workers sync.WaitGroup
	once    sync.Once
}

// New starts the workers.
func New[J any](workers int, do func(J)) *Queue[J] {
	q := &Queue[J]{
		jobs:    make(chan J),
		closing: make(chan struct{}),
	}
	q.workers.Add(workers)
	for range workers {
		go func() {
			defer q.workers.Done()
			for j := range q.jobs {
				do(j)
			}
		}()
	}
	return q
}

func (q *Queue[J]) admit() bool {
	q.mu.RLock()
	defer q.mu.RUnlock()
	if q.closed {
		return false
	}
	q.senders.Add(1)
	return true
}

// Submit hands a job to a worker, waiting for one that is idle.
func (q *Queue[J]) Submit(j J) error {
	if !q.admit() {
		return ErrClosed
	}
	defer q.senders.Done()
	select {
	case q.jobs <- j:
		return nil
	case <-q.closing:
		return ErrClosed
	}
}

// Close refuses further jobs and returns when the accepted ones are done.
// It may be called more than once.
func (q *Queue[J]) Close() {
	q.once.Do(func() {
		q.mu.Lock()
		q.closed = true
		q.mu.Unlock()
		close(q.closing)
		q.senders.Wait()
		close(q.jobs)
	})
	q.workers.Wait()
}
