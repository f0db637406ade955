// Package services starts and stops a goroutine.
package services

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type State int

const (
	Idle State = iota
	Running
	Stopped
)

type Service struct {
	name  string
	mu    sync.Mutex
	state State
	stop  chan struct{}
	done  chan struct{}
	ticks int
}

func NewService(name string) *Service { return &Service{name: name} }

func (s *Service) Start(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state == Running {
		return fmt.Errorf("%s runs already", s.name)
	}
	s.state = Running
	s.stop, s.done = make(chan struct{}), make(chan struct{})
	go s.loop(ctx, s.stop, s.done)
	return nil
}

func (s *Service) loop(ctx context.Context, stop <-chan struct{}, done chan<- struct{}) {
	defer close(done)
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-stop:
			return
		case <-ctx.Done():
			return
		case <-t.C:
			s.mu.Lock()
			s.ticks++
			s.mu.Unlock()
		}
	}
}

func (s *Service) Stop() {
	s.mu.Lock()
	if s.state != Running {
		s.mu.Unlock()
		return
	}
	s.state = Stopped
	close(s.stop)
	done := s.done
	s.mu.Unlock()
	<-done
}

func (s *Service) Ticks() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ticks
}

func (s *Service) String() string {
	s.mu.Lock()
	st := s.state
	s.mu.Unlock()
	return fmt.Sprint(s.name, st)
}
