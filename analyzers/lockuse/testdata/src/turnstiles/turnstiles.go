// Package turnstiles locks and unlocks to wait for others, or uses data in between.
package turnstiles

import "sync"

type gate struct {
	mu     sync.Mutex
	n      int
	closed bool
}

// It waits until whoever is inside has left.
func (g *gate) pass() {
	g.mu.Lock()
	g.mu.Unlock()
}

func (g *gate) passed() int {
	g.mu.Lock()
	g.mu.Unlock()
	return g.n
}

func (g *gate) inc() {
	g.mu.Lock()
	g.n++
	g.mu.Unlock()
	g.mu.Lock()
	g.mu.Unlock()
}

func (g *gate) explained() {
	// Whoever saw closed as false has left after this.
	g.mu.Lock()
	g.mu.Unlock()
	g.closed = true
}

func (g *gate) again() {
	g.mu.Lock()
	g.mu.Unlock()
	g.mu.Lock()
	defer g.mu.Unlock()
	g.n++
}

func (g *gate) other(h *gate) {
	g.mu.Lock()
	g.mu.Unlock()
	h.n = 1
}

type peers struct {
	gate *gate
	last int
}

// What is read in between is what the lock is for.
func (p *peers) read() {
	p.gate.mu.Lock()
	n := p.gate.n
	p.gate.mu.Unlock()
	p.last = n
}

func (g *gate) reads() {
	g.mu.Lock()
	n := g.n
	g.mu.Unlock()
	g.closed = n > 0
}
