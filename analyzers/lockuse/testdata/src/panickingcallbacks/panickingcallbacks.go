// Package panickingcallbacks calls code that others write while it holds a lock.
package panickingcallbacks

import (
	"fmt"
	"sync"
)

// A Scheduler lives on when a job panics.
type Scheduler struct {
	mu      sync.Mutex
	results map[string]int
}

func (s *Scheduler) Run(job func(map[string]int)) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("job: %v", p)
		}
	}()
	s.apply(job)
	return nil
}

func (s *Scheduler) apply(job func(map[string]int)) {
	s.mu.Lock() // want `likely deadlock: if what apply calls panics, it leaves without unlocking s.mu.* \(missing-unlock\)`
	job(s.results)
	s.mu.Unlock()
}

// A Safe scheduler releases its lock whatever happens.
type Safe struct {
	mu      sync.Mutex
	results map[string]int
}

func (s *Safe) Run(job func(map[string]int)) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("job: %v", p)
		}
	}()
	s.mu.Lock()
	defer s.mu.Unlock()
	job(s.results)
	return nil
}

// A Careful one releases it in the function that recovers.
type Careful struct {
	mu   sync.Mutex
	runs int
}

func (c *Careful) Run(job func()) (failed bool) {
	c.mu.Lock()
	defer func() {
		failed = recover() != nil
		c.mu.Unlock()
	}()
	c.runs++
	job()
	return false
}

// A Plain one does not recover: a panic ends the program, and nobody waits.
type Plain struct {
	mu   sync.Mutex
	runs int
}

func (p *Plain) Run(job func()) {
	p.mu.Lock()
	p.runs++
	job()
	p.mu.Unlock()
}

// An Open one calls the job when it has given the lock back.
type Open struct {
	mu   sync.Mutex
	runs int
}

func (o *Open) Run(job func()) (failed bool) {
	defer func() { failed = recover() != nil }()
	o.mu.Lock()
	o.runs++
	o.mu.Unlock()
	job()
	return false
}

// A Guarded one recovers around the job alone.
type Guarded struct {
	mu   sync.Mutex
	runs int
}

func (g *Guarded) Run(job func()) {
	g.mu.Lock()
	g.runs++
	attempt(job)
	g.mu.Unlock()
}

func attempt(job func()) {
	defer func() { _ = recover() }()
	job()
}
