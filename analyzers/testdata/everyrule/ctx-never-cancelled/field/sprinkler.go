// Package sprinkler waters a lawn until the rain comes.
package sprinkler

import (
	"context"
	"sync/atomic"
)

type lawnKey struct{}

// Sprinkler waters one lawn.
type Sprinkler struct {
	ctx  context.Context
	open atomic.Bool
}

// New returns a sprinkler for the lawn with that name.
func New(lawn string) *Sprinkler {
	return &Sprinkler{ctx: context.WithValue(context.Background(), lawnKey{}, lawn)}
}

// Start opens the valve.
func (s *Sprinkler) Start() {
	if s.open.CompareAndSwap(false, true) {
		go s.guard()
	}
}

func (s *Sprinkler) guard() {
	<-s.ctx.Done() // BUG
	s.open.Store(false)
}

// Open tells whether water flows.
func (s *Sprinkler) Open() bool { return s.open.Load() }

// Lawn names the lawn.
func (s *Sprinkler) Lawn() string { return s.ctx.Value(lawnKey{}).(string) }
