// Package jobs runs jobs one after the other.
package jobs

import (
	"errors"
	"sync"
)

// ErrFatal ends the runner.
var ErrFatal = errors.New("fatal")

// Job is some work.
type Job func() error

// Runner runs jobs.
type Runner struct {
	jobs    chan Job
	quit    chan struct{}
	once    sync.Once
	wg      sync.WaitGroup
	mu      sync.Mutex
	results []error
}

// NewRunner starts a runner.
func NewRunner() *Runner {
	r := &Runner{jobs: make(chan Job), quit: make(chan struct{})}
	r.wg.Add(1)
	go r.loop()
	return r
}

func (r *Runner) loop() {
	defer r.wg.Done()
	for {
		select {
		case j := <-r.jobs:
			err := j()
			r.keep(err)
			if errors.Is(err, ErrFatal) {
				r.abort()
				return
			}
		case <-r.quit:
			return
		}
	}
}

func (r *Runner) keep(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.results = append(r.results, err)
}

func (r *Runner) abort() {
	r.once.Do(func() { close(r.quit) })
}

// Submit hands a job over; it is false if the runner has ended.
func (r *Runner) Submit(j Job) bool {
	select {
	case r.jobs <- j:
		return true
	case <-r.quit:
		return false
	}
}

// Shutdown ends the runner and returns the results.
func (r *Runner) Shutdown() []error {
	r.abort()
	r.wg.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.results
}
