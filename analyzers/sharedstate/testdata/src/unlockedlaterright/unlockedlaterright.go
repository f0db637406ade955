// Package unlockedlaterright gives its lock back in a deferred literal only when it does not
// keep it for the caller.
package unlockedlaterright

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

// lock takes the lock and keeps it, unless it panics.
func (c *counter) lock() {
	c.mu.Lock()
	done := false
	defer func() {
		if !done {
			c.mu.Unlock()
		}
	}()
	c.n++
	done = true
}

func (c *counter) Take() int {
	c.lock()
	defer c.mu.Unlock()
	n := c.n
	c.n = 0
	return n
}

func (c *counter) Get() int {
	c.Inc()
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.n
}
