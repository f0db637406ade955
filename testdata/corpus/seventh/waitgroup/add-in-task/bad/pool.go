// Package pool runs functions in goroutines and gathers their errors.
package pool

import (
	"errors"
	"sync"
)

// Task is a piece of work.
type Task func() error

// Pool runs tasks, a few at a time.
type Pool struct {
	wg    sync.WaitGroup
	slots chan struct{}
	mu    sync.Mutex
	errs  []error
	done  int
}

// New makes a pool for n tasks at the same time.
func New(n int) *Pool {
	return &Pool{slots: make(chan struct{}, n)}
}

// Go starts a task.
func (p *Pool) Go(t Task) {
	go p.exec(t) // BUG: wg-add-inside
}

func (p *Pool) exec(t Task) {
	p.wg.Add(1) // BUG: wg-add-inside
	defer p.wg.Done()
	p.slots <- struct{}{}
	defer func() { <-p.slots }()
	err := t()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if err != nil {
		p.errs = append(p.errs, err)
	}
}

// Wait waits for all tasks and returns how many there were.
func (p *Pool) Wait() (int, error) {
	p.wg.Wait() // BUG: wg-add-inside
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.done, errors.Join(p.errs...)
}
