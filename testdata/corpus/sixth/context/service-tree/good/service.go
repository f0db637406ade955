// Package service starts and ends groups of background services.
package service

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Service runs until its context ends.
type Service interface {
	Name() string
	Run(ctx context.Context) error
}

// Group runs services; if one fails all are ended.
type Group struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	wg     sync.WaitGroup
	mu     sync.Mutex
	errs   []error
}

// NewGroup makes a group below a context.
func NewGroup(parent context.Context) *Group {
	g := &Group{}
	g.ctx, g.cancel = context.WithCancelCause(parent)
	return g
}

// Start runs a service in the group.
func (g *Group) Start(s Service) {
	g.wg.Go(func() {
		err := s.Run(g.ctx)
		if err == nil || errors.Is(err, context.Canceled) {
			return
		}
		err = fmt.Errorf("%s: %w", s.Name(), err)
		g.mu.Lock()
		g.errs = append(g.errs, err)
		g.mu.Unlock()
		g.cancel(err)
	})
}

// Close ends all services and waits for them.
func (g *Group) Close() error {
	g.cancel(context.Canceled)
	g.wg.Wait()
	g.mu.Lock()
	defer g.mu.Unlock()
	return errors.Join(g.errs...)
}

// Failed is closed when the group ends.
func (g *Group) Failed() <-chan struct{} { return g.ctx.Done() }

// Heart calls a function at an interval.
type Heart struct {
	Every time.Duration
	Beat  func(n int) error
}

// Name implements Service.
func (h *Heart) Name() string { return "heart" }

// Run implements Service.
func (h *Heart) Run(ctx context.Context) error {
	t := time.NewTicker(h.Every)
	defer t.Stop()
	for n := 1; ; n++ {
		select {
		case <-t.C:
			if err := h.Beat(n); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Inbox handles messages one by one, each with a time limit.
type Inbox struct {
	C      chan string
	Limit  time.Duration
	Handle func(ctx context.Context, msg string) error
}

// Name implements Service.
func (b *Inbox) Name() string { return "inbox" }

// Run implements Service.
func (b *Inbox) Run(ctx context.Context) error {
	for {
		select {
		case msg, ok := <-b.C:
			if !ok {
				return nil
			}
			if err := b.one(ctx, msg); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (b *Inbox) one(ctx context.Context, msg string) error {
	ctx, cancel := context.WithTimeout(ctx, b.Limit)
	defer cancel()
	return b.Handle(ctx, msg)
}

// Send offers a message; it is false if the group has ended.
func (b *Inbox) Send(ctx context.Context, msg string) bool {
	select {
	case b.C <- msg:
		return true
	case <-ctx.Done():
		return false
	}
}
