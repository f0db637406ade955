// Package replica keeps a copy of a primary's data.
package replica

import (
	"context"
	"sync"
	"time"

	"tenth/context/replica/good/feed"
)

// Replica is the copy.
type Replica struct {
	src     feed.Source
	minWait time.Duration
	maxWait time.Duration

	mu   sync.RWMutex
	data map[string]string
	pos  uint64
	errs int
}

// Option changes a Replica.
type Option func(*Replica)

// WithBackoff sets the waiting times after errors.
func WithBackoff(lo, hi time.Duration) Option {
	return func(r *Replica) { r.minWait, r.maxWait = lo, hi }
}

// Start makes a Replica that follows its source until ctx ends.
func Start(ctx context.Context, src feed.Source, opts ...Option) *Replica {
	r := &Replica{
		src:     src,
		minWait: 100 * time.Millisecond,
		maxWait: 10 * time.Second,
		data:    make(map[string]string),
	}
	for _, o := range opts {
		o(r)
	}
	go r.follow(ctx)
	return r
}

func (r *Replica) follow(ctx context.Context) {
	wait := r.minWait
	for {
		changes, err := r.src.Fetch(ctx, r.Pos())
		if err != nil {
			r.failed()
			select {
			case <-time.After(wait):
			case <-ctx.Done():
				return
			}
			wait = min(2*wait, r.maxWait)
			continue
		}
		wait = r.minWait
		r.apply(changes)
	}
}

func (r *Replica) apply(changes []feed.Change) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, c := range changes {
		if c.Pos <= r.pos {
			continue
		}
		r.data[c.Key] = c.Val
		r.pos = c.Pos
	}
}

func (r *Replica) failed() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.errs++
}

// Pos is the position of the last change.
func (r *Replica) Pos() uint64 {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.pos
}

// Lookup reads a key.
func (r *Replica) Lookup(key string) (string, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	v, ok := r.data[key]
	return v, ok
}

// Errors is the number of failed fetches.
func (r *Replica) Errors() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.errs
}
