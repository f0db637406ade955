// Package breaker stops calls to a service that fails too often.
package breaker

import (
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// ErrOpen is returned while no calls are let through.
var ErrOpen = errors.New("breaker: open")

// State is the state of a Breaker.
type State int

// The states.
const (
	Closed State = iota
	HalfOpen
	Open
)

// Breaker counts failures in a row.
type Breaker struct {
	limit int64
	pause time.Duration

	failures int64
	calls    int64

	mu    sync.Mutex
	state State
	since time.Time
}

// New makes a closed Breaker.
func New(limit int, pause time.Duration) *Breaker {
	return &Breaker{limit: int64(limit), pause: pause}
}

// Do runs fn if the breaker lets it.
func (b *Breaker) Do(fn func() error) error {
	if err := b.allow(); err != nil {
		return err
	}
	atomic.AddInt64(&b.calls, 1)
	err := fn()
	if err != nil {
		b.onFailure()
	} else {
		b.onSuccess()
	}
	return err
}

func (b *Breaker) allow() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch b.state {
	case Open:
		if time.Since(b.since) < b.pause {
			return ErrOpen
		}
		b.move(HalfOpen)
	case HalfOpen:
		return ErrOpen
	}
	return nil
}

func (b *Breaker) onFailure() {
	n := atomic.AddInt64(&b.failures, 1) // BUG: atomic-mixed, data-race
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.state == HalfOpen || n >= b.limit {
		b.move(Open)
	}
}

func (b *Breaker) onSuccess() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.move(Closed)
}

// move changes the state; b.mu is held.
func (b *Breaker) move(s State) {
	if s == Closed {
		b.failures = 0 // BUG: atomic-mixed, data-race
	}
	if b.state != s {
		b.state = s
		b.since = time.Now()
	}
}

// Stats is a view of the counters.
type Stats struct {
	State    State
	Calls    int64
	Failures int64
}

// Stats reads the counters.
func (b *Breaker) Stats() Stats {
	b.mu.Lock()
	defer b.mu.Unlock()
	return Stats{
		State:    b.state,
		Calls:    atomic.LoadInt64(&b.calls),
		Failures: b.failures, // BUG: atomic-mixed, data-race
	}
}
