// Package queue runs jobs and tries the failed ones again.
package queue

import (
	"errors"
	"maps"
	"sync"
	"time"
)

// Job is a piece of work.
type Job interface {
	ID() string
	Do() error
}

// Policy says how often a job is tried.
type Policy struct {
	Tries int
	Delay time.Duration
}

// Queue runs its jobs on a few workers.
type Queue struct {
	policy Policy
	in     chan Job
	wg     sync.WaitGroup

	mu     sync.Mutex
	closed bool
	failed map[string]error
	done   int
}

// ErrClosed is returned by Push after Close.
var ErrClosed = errors.New("queue: closed")

// New starts the workers of a Queue.
func New(workers int, p Policy) *Queue {
	q := &Queue{policy: p, in: make(chan Job, 64), failed: make(map[string]error)}
	for range workers {
		q.wg.Add(1)
		go q.work()
	}
	return q
}

// Push adds a job; it fails if the queue is closed or full.
func (q *Queue) Push(j Job) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return ErrClosed
	}
	select {
	case q.in <- j:
		return nil
	default:
		return errors.New("queue: full")
	}
}

func (q *Queue) work() {
	defer q.wg.Done()
	for j := range q.in {
		q.finish(j, q.try(j))
	}
}

func (q *Queue) try(j Job) error {
	var err error
	for i := range q.policy.Tries {
		if i > 0 {
			time.Sleep(q.policy.Delay << (i - 1))
		}
		if err = j.Do(); err == nil {
			return nil
		}
	}
	return err
}

func (q *Queue) finish(j Job, err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if err != nil {
		q.failed[j.ID()] = err
		return
	}
	q.done++
}

// Result is the outcome of all jobs.
type Result struct {
	Done   int
	Failed map[string]error
}

// Close waits for the jobs that were pushed.
func (q *Queue) Close() Result {
	q.mu.Lock()
	if !q.closed {
		q.closed = true
		close(q.in)
	}
	q.mu.Unlock()
	q.wg.Wait()

	q.mu.Lock()
	defer q.mu.Unlock()
	return Result{Done: q.done, Failed: maps.Clone(q.failed)}
}
