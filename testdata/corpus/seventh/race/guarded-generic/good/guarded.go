// Package guarded ties a value to its lock.
package guarded

import "sync"

// Value is a T with a lock around it.
type Value[T any] struct {
	mu sync.RWMutex
	v  T
}

// New makes a guarded value.
func New[T any](v T) *Value[T] { return &Value[T]{v: v} }

// With runs f on the value. f must not keep the pointer.
func (g *Value[T]) With(f func(*T)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	f(&g.v)
}

// Load returns a copy.
func (g *Value[T]) Load() T {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.v
}

type account struct {
	cents int
	moves int
}

// Purse is an account for concurrent use.
type Purse struct{ acc Value[account] }

// Pay adds an amount, which may be negative, if that leaves no debt.
func (p *Purse) Pay(cents int) (ok bool) {
	p.acc.With(func(a *account) {
		if a.cents+cents < 0 {
			return
		}
		a.cents += cents
		a.moves++
		ok = true
	})
	return ok
}

// Cents is the amount in the purse.
func (p *Purse) Cents() int { return p.acc.Load().cents }
