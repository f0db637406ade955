// Package workers runs functions on a few goroutines.
package workers

import (
	"errors"
	"log/slog"
	"sync"
)

var ErrStopped = errors.New("workers: pool is stopped")

// Pool is a fixed set of workers. Submit and Stop may be called from any
// goroutine, at any time, but not by a task.
type Pool struct {
	tasks chan func() error
	wg    sync.WaitGroup

	mu      sync.RWMutex
	stopped bool
}

// Start makes a pool of n workers.
func Start(n int) *Pool {
	p := &Pool{tasks: make(chan func() error)}
	for id := range n {
		p.wg.Go(func() {
			for task := range p.tasks {
				if err := task(); err != nil {
					slog.Debug("task failed", "worker", id, "err", err)
				}
			}
		})
	}
	return p
}

// Submit waits until a worker takes the task.
func (p *Pool) Submit(task func() error) error {
	// The read lock keeps Stop from closing the channel. Workers
	// never take the lock, so the send does come to an end.
	p.mu.RLock()
	defer p.mu.RUnlock()
	if p.stopped {
		return ErrStopped
	}
	p.tasks <- task
	return nil
}

// Stop waits until all accepted tasks are done. It must not be called by a task.
func (p *Pool) Stop() {
	p.mu.Lock()
	if p.stopped {
		p.mu.Unlock()
		return
	}
	p.stopped = true
	close(p.tasks)
	p.mu.Unlock()
	p.wg.Wait()
}
