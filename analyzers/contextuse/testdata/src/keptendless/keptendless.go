// Package keptendless waits for contexts that fields keep.
package keptendless

import "context"

type key struct{}

type Sprinkler struct {
	ctx  context.Context
	open bool
}

func New(lawn string) *Sprinkler {
	return &Sprinkler{ctx: context.WithValue(context.Background(), key{}, lawn)} // related `the context is put there here`
}

func (s *Sprinkler) Start() { go s.guard() }

func (s *Sprinkler) guard() {
	<-s.ctx.Done() // want `^likely goroutine leak: this waits for ever for the end of the context in ctx, which nobody can cancel: .*\(ctx-never-cancelled\)$`
	s.open = false
}

// A Pump is given its context, and a Tap may be.
type Pump struct{ ctx context.Context }

func NewPump(ctx context.Context) *Pump { return &Pump{ctx: context.WithValue(ctx, key{}, "pump")} }

func (p *Pump) Start() { go func() { <-p.ctx.Done() }() }

type Tap struct{ ctx context.Context }

func NewTap() *Tap { return &Tap{ctx: context.Background()} }

func (t *Tap) With(ctx context.Context) { t.ctx = ctx }

func (t *Tap) Start() { go func() { <-t.ctx.Done() }() }
