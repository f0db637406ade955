// Package unlockedlater gives its lock back in deferred literals and methods, and reads
// without it after that.
package unlockedlater

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) Inc() {
	c.mu.Lock()
	defer func() { c.mu.Unlock() }()
	c.n++
}

func (c *counter) Next() int {
	c.Inc()
	return c.n // want `data race: Next reads c.n without c.mu.* \(unlocked-field\)`
}

type gauge struct {
	mu sync.Mutex
	n  int
}

func (g *gauge) unlock() { g.mu.Unlock() }

func (g *gauge) Add(n int) {
	g.mu.Lock()
	defer g.unlock()
	g.n += n
}

func (g *gauge) AddAndGet(n int) int {
	g.Add(n)
	return g.n // want `data race: AddAndGet reads g.n without g.mu.* \(unlocked-field\)`
}
