package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Task is run again and again.
type Task struct {
	Name  string
	Every time.Duration
	Run   func(ctx context.Context) error
}

// Service is a set of running tasks.
type Service struct {
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup

	mu   sync.Mutex
	runs map[string]int
	errs map[string]error
}

// New makes a service that ends with its parent context at the latest.
func New(parent context.Context) *Service {
	s := &Service{runs: make(map[string]int), errs: make(map[string]error)}
	s.ctx, s.cancel = context.WithCancel(parent)
	return s
}

// Add starts a task. It must not be called at the same time as Close.
func (s *Service) Add(t Task) error {
	if err := s.ctx.Err(); err != nil {
		return fmt.Errorf("add %s: %w", t.Name, err)
	}
	s.wg.Add(1)
	go s.loop(t)
	return nil
}

func (s *Service) loop(t Task) {
	defer s.wg.Done()
	tick := time.NewTicker(t.Every)
	defer tick.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-tick.C:
			s.runOne(t)
		}
	}
}

func (s *Service) runOne(t Task) {
	ctx, cancel := context.WithTimeout(s.ctx, 10*t.Every)
	defer cancel()
	err := t.Run(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.runs[t.Name]++
	if err != nil {
		s.errs[t.Name] = err
	}
}

// Status returns the number of runs of a task and its last error.
func (s *Service) Status(name string) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.runs[name], s.errs[name]
}

// Close ends all tasks and waits for them.
func (s *Service) Close() {
	s.cancel()
	s.wg.Wait()
}
