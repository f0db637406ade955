// Package main runs tasks from a guarded list, woken by a channel of one place.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type Task func(ctx context.Context) error

type Scheduler struct {
	mu      sync.Mutex
	pending []Task
	failed  []error
	wake    chan struct{}
	stop    context.CancelFunc
	wg      sync.WaitGroup
}

func New(ctx context.Context, n int) *Scheduler {
	ctx, cancel := context.WithCancel(ctx)
	s := &Scheduler{wake: make(chan struct{}, 1), stop: cancel}
	for range n {
		s.wg.Go(func() { s.work(ctx) })
	}
	return s
}

func (s *Scheduler) Add(t Task) {
	s.mu.Lock()
	s.pending = append(s.pending, t)
	s.mu.Unlock()
	s.signal()
}

func (s *Scheduler) signal() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

func (s *Scheduler) next() (t Task, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pending) == 0 {
		return nil, false
	}
	t, s.pending = s.pending[0], s.pending[1:]
	if len(s.pending) > 0 {
		s.signal()
	}
	return t, true
}

func (s *Scheduler) work(ctx context.Context) {
	for {
		t, ok := s.next()
		if !ok {
			select {
			case <-s.wake:
				continue
			case <-ctx.Done():
				return
			}
		}
		if err := t(ctx); err != nil {
			s.mu.Lock()
			s.failed = append(s.failed, err)
			s.mu.Unlock()
		}
	}
}

func (s *Scheduler) Close() []error {
	s.stop()
	s.wg.Wait()
	return s.failed
}

func main() {
	s := New(context.Background(), 2)
	s.Add(func(context.Context) error { return errors.New("x") })
	s.Add(func(ctx context.Context) error {
		select {
		case <-time.After(time.Millisecond):
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	fmt.Println(s.Close())
}
