package lease

import (
	"context"
	"errors"
	"sync"
	"time"
)

// ErrNotLeader is returned to those who do not lead.
var ErrNotLeader = errors.New("not the leader")

// Candidate may become the leader.
type Candidate struct {
	name   string
	store  *Store
	every  time.Duration
	mu     sync.Mutex
	leads  bool
	cancel context.CancelFunc
}

// NewCandidate makes a candidate that renews its lease at an interval.
func NewCandidate(name string, s *Store, every time.Duration) *Candidate {
	return &Candidate{name: name, store: s, every: every}
}

// Campaign tries to become the leader.
func (c *Candidate) Campaign() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.leads {
		return true
	}
	if !c.store.acquire(c.name) {
		return false
	}
	ctx, cancel := context.WithCancel(context.Background()) // BUG: ctx-not-cancelled
	c.cancel = cancel                                       // BUG: ctx-not-cancelled
	c.leads = true
	go c.heartbeat(ctx) // BUG: ctx-not-cancelled, goroutine-leak
	return true
}

// heartbeat keeps the lease.
func (c *Candidate) heartbeat(ctx context.Context) {
	t := time.NewTicker(c.every)
	defer t.Stop()
	for { // BUG: ctx-not-cancelled, goroutine-leak
		select { // BUG: ctx-not-cancelled, goroutine-leak
		case <-t.C:
			c.store.renew(c.name)
		case <-ctx.Done(): // BUG: ctx-not-cancelled, goroutine-leak
			return
		}
	}
}

// StepDown gives the lead away.
func (c *Candidate) StepDown() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.leads {
		return ErrNotLeader
	}
	c.leads = false
	c.cancel = nil // BUG: ctx-not-cancelled
	c.store.release(c.name)
	return nil
}

// Leads tells whether the candidate believes to lead.
func (c *Candidate) Leads() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.leads
}
