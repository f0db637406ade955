// Package publishedatomically says in an atomic that its fields are set.
package publishedatomically

import (
	"sync"
	"sync/atomic"
)

const (
	loaded uint32 = 1 << iota
	complete
)

// A Type is set under its lock once. Who sees its state may read it without.
type Type struct {
	state uint32
	mu    sync.Mutex
	right *int
	empty bool
	load  func() *int
}

// Set gives the type its right side.
func (t *Type) Set(right *int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.right = right
	t.empty = false
	t.is(loaded)
}

func (t *Type) unpack() *Type {
	if t.has(loaded) {
		return t
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.has(loaded) {
		return t
	}
	t.right = t.load()
	t.is(loaded)
	return t
}

func (t *Type) has(state uint32) bool { return atomic.LoadUint32(&t.state)&state != 0 }

func (t *Type) is(state uint32) { atomic.OrUint32(&t.state, state) }

func (t *Type) rhs() *int { return t.right }

// Right returns the right side.
func (t *Type) Right() *int {
	t.unpack()
	if t.rhs() == nil && !t.empty {
		panic("nothing there")
	}
	return t.rhs()
}

// A Plain has no such state.
type Plain struct {
	mu    sync.Mutex
	right *int
}

func (p *Plain) Set(right *int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.right = right
}

func (p *Plain) Right() *int {
	return p.right // want `\(unlocked-field\)`
}
