// Package deferred defers the wrong method.
package deferred

import "sync"

type counter struct {
	mu sync.RWMutex
	n  int
}

func (c *counter) add(n int) {
	c.mu.Lock()
	defer c.mu.Lock() // want `Unlock was meant \(defer-lock\)`
	c.n += n
}

func (c *counter) get() int {
	c.mu.RLock()
	defer c.mu.RLock() // want `Unlock was meant \(defer-lock\)`
	return c.n
}
