// Package poller keeps a value fresh by fetching it over and over.
package poller

import (
	"context"
	"errors"
	"sync"
	"time"
)

var ErrNoValue = errors.New("poller: no value yet")

// FetchFunc gets the current value of a target.
type FetchFunc[T any] func(ctx context.Context, target string) (T, error)

// Poller watches one target at a time.
type Poller[T any] struct {
	parent context.Context
	fetch  FetchFunc[T]

	mu      sync.Mutex
	cancel  context.CancelFunc
	target  string
	value   T
	fresh   time.Time
	lastErr error
}

// New returns an idle poller whose work ends with ctx at the latest.
func New[T any](ctx context.Context, fetch FetchFunc[T]) *Poller[T] {
	return &Poller[T]{parent: ctx, fetch: fetch, lastErr: ErrNoValue}
}

// Watch switches to another target.
func (p *Poller[T]) Watch(target string, every time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	ctx, cancel := context.WithCancel(p.parent)
	p.cancel = cancel // BUG: ctx-not-cancelled
	p.target = target
	p.lastErr = ErrNoValue
	go p.loop(ctx, target, every) // BUG: ctx-not-cancelled
}

func (p *Poller[T]) loop(ctx context.Context, target string, every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		v, err := p.fetch(ctx, target)
		if ctx.Err() != nil {
			return
		}
		p.record(target, v, err)
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
	}
}

func (p *Poller[T]) record(target string, v T, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if target != p.target {
		return
	}
	if p.lastErr = err; err == nil {
		p.value, p.fresh = v, time.Now()
	}
}

// Value returns the last good value of the current target.
func (p *Poller[T]) Value() (T, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.lastErr != nil {
		var zero T
		return zero, p.lastErr
	}
	return p.value, nil
}

// Stop ends the polling.
func (p *Poller[T]) Stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}
