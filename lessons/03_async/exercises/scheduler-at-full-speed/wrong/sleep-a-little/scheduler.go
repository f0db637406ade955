// Package scheduler runs jobs one after the other.
package scheduler

import (
	"context"
	"time"
)

// A Scheduler runs jobs in the order in which they come.
type Scheduler struct {
	jobs chan func()
}

// New returns a scheduler. Somebody has to call Run.
func New() *Scheduler {
	return &Scheduler{jobs: make(chan func())}
}

// Do hands a job over; it returns when the scheduler has taken it, or ctx has ended.
func (s *Scheduler) Do(ctx context.Context, job func()) error {
	select {
	case s.jobs <- job:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Run runs jobs until ctx ends.
func (s *Scheduler) Run(ctx context.Context) {
	for {
		select {
		case job := <-s.jobs:
			job()
		case <-ctx.Done():
			return
		default:
			time.Sleep(time.Millisecond)
		}
	}
}
