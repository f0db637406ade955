// Package jobs runs jobs and can be stopped in two phases.
package jobs

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

var (
	ErrStopped = errors.New("jobs: server stopped")
	ErrBusy    = errors.New("jobs: queue full")
)

// Job is work that listens to its context.
type Job interface {
	Do(ctx context.Context) (any, error)
}

// Func makes a Job of a function.
type Func func(ctx context.Context) (any, error)

func (f Func) Do(ctx context.Context) (any, error) { return f(ctx) }

type ticket struct {
	job   Job
	reply chan<- Outcome
}

// Outcome is what a job returned.
type Outcome struct {
	Value any
	Err   error
}

// Server runs jobs with some workers.
type Server struct {
	ctx    context.Context
	cancel context.CancelFunc

	mu      sync.RWMutex // guards closing, and sends on queue against its close
	closing bool
	queue   chan ticket

	workers sync.WaitGroup
	idle    chan struct{}
}

// NewServer starts a server.
func NewServer(workers, backlog int) *Server {
	s := &Server{queue: make(chan ticket, backlog), idle: make(chan struct{})}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.workers.Add(workers)
	for range workers {
		go s.worker()
	}
	go func() {
		s.workers.Wait()
		close(s.idle)
	}()
	return s
}

func (s *Server) worker() {
	defer s.workers.Done()
	for t := range s.queue {
		t.reply <- s.safely(t.job)
	}
}

func (s *Server) safely(j Job) (out Outcome) {
	defer func() {
		if p := recover(); p != nil {
			out = Outcome{Err: fmt.Errorf("jobs: panic: %v", p)}
		}
	}()
	if err := s.ctx.Err(); err != nil {
		return Outcome{Err: err}
	}
	v, err := j.Do(s.ctx)
	return Outcome{v, err}
}

// Submit queues a job. The outcome arrives on the channel, which need not
// be read.
func (s *Server) Submit(j Job) (<-chan Outcome, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closing {
		return nil, ErrStopped
	}
	reply := make(chan Outcome, 1)
	select {
	case s.queue <- ticket{j, reply}:
		return reply, nil
	default:
		return nil, ErrBusy
	}
}

// Stop refuses new jobs and waits up to grace for the queued ones. Then it
// cancels what still runs and waits for that. It tells whether all jobs
// had enough time.
func (s *Server) Stop(grace time.Duration) bool {
	s.mu.Lock()
	if !s.closing {
		s.closing = true
		close(s.queue)
	}
	s.mu.Unlock()

	timer := time.NewTimer(grace)
	defer timer.Stop()
	defer s.cancel()
	select {
	case <-s.idle:
		return true
	case <-timer.C:
	}
	s.cancel()
	<-s.idle
	return false
}
