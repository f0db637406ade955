// Package poller asks sources again and again until its context ends.
package poller

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// Source is a feed.
type Source interface {
	Name() string
	Poll(ctx context.Context) ([]string, error)
}

// ErrGone tells the poller to forget the source.
var ErrGone = errors.New("poller: source is gone")

// Poller runs sources until Stop.
type Poller struct {
	every  time.Duration
	cancel context.CancelFunc
	group  *errgroup.Group
	ctx    context.Context
	unhook func() bool

	mu    sync.Mutex
	seen  map[string]bool
	fresh []string
	ended bool
}

// Start begins with ctx as parent.
func Start(ctx context.Context, every time.Duration, srcs ...Source) *Poller {
	ctx, cancel := context.WithCancel(ctx)
	p := &Poller{every: every, cancel: cancel, seen: make(map[string]bool)}
	p.group, p.ctx = errgroup.WithContext(ctx)
	p.unhook = context.AfterFunc(p.ctx, p.end)
	for _, s := range srcs {
		p.group.Go(func() error { return p.follow(s) })
	}
	return p
}

func (p *Poller) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
}

func (p *Poller) follow(s Source) error {
	t := time.NewTimer(0)
	defer t.Stop()
	for {
		select {
		case <-p.ctx.Done():
			return nil
		case <-t.C:
		}
		ctx, cancel := context.WithTimeout(p.ctx, 10*p.every)
		items, err := s.Poll(ctx)
		cancel()
		switch {
		case errors.Is(err, ErrGone):
			return nil
		case p.ctx.Err() != nil:
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", s.Name(), err)
		}
		p.keep(s.Name(), items)
		t.Reset(p.every)
	}
}

func (p *Poller) keep(from string, items []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended {
		return
	}
	for _, it := range items {
		key := from + "/" + it
		if !p.seen[key] {
			p.seen[key] = true
			p.fresh = append(p.fresh, key)
		}
	}
}

// Fresh returns what is new since the last call.
func (p *Poller) Fresh() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	f := p.fresh
	p.fresh = nil
	return f
}

// Stop ends all sources and returns the first error.
func (p *Poller) Stop() error {
	p.cancel()
	err := p.group.Wait()
	p.unhook()
	return err
}
