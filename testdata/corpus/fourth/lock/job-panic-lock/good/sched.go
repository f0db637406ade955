// Package sched runs named jobs on demand.
package sched

import (
	"fmt"
	"log"
	"sync"
)

// Job changes the table of results. It may panic; the scheduler logs that and
// lives on. A job must not use the scheduler.
type Job func(results map[string]int)

type Scheduler struct {
	Log *log.Logger // may be nil

	mu      sync.Mutex
	results map[string]int
	runs    int
}

func New() *Scheduler {
	return &Scheduler{results: map[string]int{}}
}

// Run executes the job and reports how it ended.
func (s *Scheduler) Run(name string, job Job) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("job %s: %v", name, p)
			s.logf("%v", err)
		}
	}()
	s.logf("job %s starts", name)
	s.apply(job)
	return nil
}

func (s *Scheduler) apply(job Job) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.runs++
	job(s.results)
}

// Result returns what a job left under key.
func (s *Scheduler) Result(key string) (int, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.results[key]
	return v, ok
}

func (s *Scheduler) Runs() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.runs
}

func (s *Scheduler) logf(format string, args ...any) {
	if s.Log != nil {
		s.Log.Printf(format, args...)
	}
}
