// Package gatelock takes both locks only while it holds a third one.
package gatelock

import "sync"

type Node struct {
	mu    sync.Mutex
	value int
}

type Graph struct {
	move  sync.Mutex // held by whoever locks more than one node
	nodes map[string]*Node
}

func (g *Graph) Swap(a, b *Node) {
	g.move.Lock()
	defer g.move.Unlock()
	a.mu.Lock()
	defer a.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	a.value, b.value = b.value, a.value
}

func (g *Graph) Copy(from, to *Node) {
	g.move.Lock()
	from.mu.Lock()
	to.mu.Lock()
	to.value = from.value
	to.mu.Unlock()
	from.mu.Unlock()
	g.move.Unlock()
}

func (n *Node) Set(v int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.value = v
}

var moving sync.Mutex

// Shift has a package-level gate.
func Shift(a, b *Node) {
	moving.Lock()
	defer moving.Unlock()
	b.mu.Lock()
	a.mu.Lock()
	a.value += b.value
	a.mu.Unlock()
	b.mu.Unlock()
}
