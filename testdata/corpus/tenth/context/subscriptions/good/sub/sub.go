// Package sub manages long-running subscriptions by name.
package sub

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Feed delivers until its context ends; then it should say goodbye.
type Feed interface {
	Run(ctx context.Context) error
	Bye(ctx context.Context) error
}

type running struct {
	cancel context.CancelFunc
	done   chan struct{}
	err    error // valid after done
}

// Manager knows the running subscriptions.
type Manager struct {
	base   context.Context
	cancel context.CancelFunc

	mu   sync.Mutex
	subs map[string]*running
}

// NewManager makes a Manager that ends with parent or with Close.
func NewManager(parent context.Context) *Manager {
	base, cancel := context.WithCancel(parent)
	return &Manager{base: base, cancel: cancel, subs: make(map[string]*running)}
}

// Start runs a feed under a name; an older one of that name is replaced.
func (m *Manager) Start(name string, f Feed) {
	ctx, cancel := context.WithCancel(m.base)
	r := &running{cancel: cancel, done: make(chan struct{})}

	m.mu.Lock()
	old := m.subs[name]
	m.subs[name] = r
	m.mu.Unlock()
	if old != nil {
		old.stop()
	}

	go func() {
		defer close(r.done)
		err := f.Run(ctx)
		bctx, bcancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer bcancel()
		if errors.Is(err, context.Canceled) {
			err = nil
		}
		r.err = errors.Join(err, f.Bye(bctx))
	}()
}

func (r *running) stop() error {
	r.cancel()
	<-r.done
	return r.err
}

// Stop ends a subscription and returns its error.
func (m *Manager) Stop(name string) error {
	m.mu.Lock()
	r, ok := m.subs[name]
	delete(m.subs, name)
	m.mu.Unlock()
	if !ok {
		return fmt.Errorf("sub: no subscription %q", name)
	}
	return r.stop()
}

// Close ends all subscriptions.
func (m *Manager) Close() error {
	m.cancel()
	m.mu.Lock()
	subs := m.subs
	m.subs = make(map[string]*running)
	m.mu.Unlock()
	var errs []error
	for _, r := range subs {
		errs = append(errs, r.stop())
	}
	return errors.Join(errs...)
}
