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

func (p *Pool) isStopped() bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.stopped
}

// Submit waits until a worker takes the task.
func (p *Pool) Submit(task func() error) error {
	if p.isStopped() {
		return ErrStopped
	}
	p.tasks <- task // BUG: send-on-closed
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
	p.mu.Unlock()
	close(p.tasks) // BUG: send-on-closed
	p.wg.Wait()
}
