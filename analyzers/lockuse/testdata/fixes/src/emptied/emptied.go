// Package emptied gives a lock back too early.
package emptied

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

// want +2 `\(empty-critical-section\)`
func (c *counter) inc() int {
	c.mu.Lock()
	c.mu.Unlock()
	c.n++
	return c.n
}
