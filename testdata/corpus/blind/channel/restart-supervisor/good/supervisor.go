// Package super keeps children running.
package super

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Child is something that should run all the time.
type Child struct {
	Name string
	Run  func(ctx context.Context) error
	Max  int // number of restarts
}

// Event tells about a child.
type Event struct {
	Child string
	Err   error
	Try   int
}

// ErrGaveUp is reported for a child that failed too often.
var ErrGaveUp = errors.New("super: gave up")

type exit struct {
	child *Child
	try   int
	err   error
}

// Supervisor runs children.
type Supervisor struct {
	backoff func(try int) time.Duration
	events  chan Event
	dropped int // only loop writes it, read it after Wait
	exits   chan exit
	start   chan *Child
	done    chan struct{}
}

// New starts a supervisor that ends with ctx.
func New(ctx context.Context, backoff func(int) time.Duration) *Supervisor {
	s := &Supervisor{
		backoff: backoff,
		events:  make(chan Event, 8),
		exits:   make(chan exit),
		start:   make(chan *Child),
		done:    make(chan struct{}),
	}
	go s.loop(ctx)
	return s
}

// Add starts a child; false means that the supervisor has ended.
func (s *Supervisor) Add(c Child) bool {
	select {
	case s.start <- &c:
		return true
	case <-s.done:
		return false
	}
}

// Events is closed at the end. Events are dropped if nobody listens.
func (s *Supervisor) Events() <-chan Event { return s.events }

// Wait waits for the end and returns the number of dropped events.
func (s *Supervisor) Wait() int {
	<-s.done
	return s.dropped
}

func (s *Supervisor) loop(ctx context.Context) {
	defer close(s.done)
	defer close(s.events)
	running := 0
	spawn := func(c *Child, try int) {
		running++
		go func() {
			if try > 0 {
				t := time.NewTimer(s.backoff(try))
				defer t.Stop()
				select {
				case <-t.C:
				case <-ctx.Done():
				}
			}
			s.exits <- exit{c, try, s.call(ctx, c)}
		}()
	}
	start := s.start
	stop := ctx.Done()
	for running > 0 || stop != nil {
		select {
		case c := <-start:
			spawn(c, 0)
		case x := <-s.exits:
			running--
			switch {
			case x.err == nil || ctx.Err() != nil:
			case x.try >= x.child.Max:
				s.emit(Event{x.child.Name, fmt.Errorf("%w: %w", ErrGaveUp, x.err), x.try})
			default:
				s.emit(Event{x.child.Name, x.err, x.try})
				spawn(x.child, x.try+1)
			}
		case <-stop:
			start, stop = nil, nil
		}
	}
}

func (s *Supervisor) emit(e Event) {
	select {
	case s.events <- e:
	default:
		s.dropped++
	}
}

// call runs a child and turns panics into errors.
func (s *Supervisor) call(ctx context.Context, c *Child) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	if err := ctx.Err(); err != nil {
		return err
	}
	return c.Run(ctx)
}

// Fixed is a backoff that does not grow.
func Fixed(d time.Duration) func(int) time.Duration {
	var once sync.Once
	return func(int) time.Duration {
		once.Do(func() { d = max(d, time.Microsecond) })
		return d
	}
}
