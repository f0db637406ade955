// Package breaker stops calls to a service that fails too often.
package breaker

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// State says what the breaker lets through.
type State uint8

const (
	Closed   State = iota // everything
	Open                  // nothing
	HalfOpen              // one trial call
)

func (s State) String() string {
	switch s {
	case Closed:
		return "closed"
	case Open:
		return "open"
	case HalfOpen:
		return "half-open"
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

// ErrOpen is returned for calls that were not made.
var ErrOpen = errors.New("breaker: open")

// Options of a Breaker.
type Options struct {
	Failures int           // in a row, before the breaker opens
	Cooldown time.Duration // before it tries again
}

// Breaker guards calls. It is safe for concurrent use.
type Breaker struct {
	opts Options

	mu       sync.Mutex
	state    State
	failures int
	trial    bool // a trial call is on its way
}

// New returns a closed breaker.
func New(o Options) *Breaker {
	if o.Failures <= 0 {
		o.Failures = 3
	}
	if o.Cooldown <= 0 {
		o.Cooldown = time.Second
	}
	return &Breaker{opts: o}
}

// State returns the current state.
func (b *Breaker) State() State {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.state
}

// Do makes the call if the breaker allows it.
func (b *Breaker) Do(ctx context.Context, call func(context.Context) error) error {
	if !b.enter() {
		return ErrOpen
	}
	err := call(ctx)
	b.leave(err)
	return err
}

func (b *Breaker) enter() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch b.state {
	case Open:
		return false
	case HalfOpen:
		if b.trial {
			return false
		}
		b.trial = true
	}
	return true
}

func (b *Breaker) leave(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.trial = false
	if err == nil {
		b.failures = 0
		if b.state == HalfOpen {
			b.state = Closed
		}
		return
	}
	b.failures++
	if b.state == HalfOpen || b.failures >= b.opts.Failures {
		b.trip()
	}
}

// trip opens the breaker for a while. The lock is held.
func (b *Breaker) trip() {
	if b.state == Open {
		return
	}
	b.state = Open
	time.AfterFunc(b.opts.Cooldown, b.tryAgain)
}

func (b *Breaker) tryAgain() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.failures = 0
	b.state = HalfOpen
}
