// Package emptied gives locks back too early.
package emptied

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

// want +2 `likely unprotected: inc gives c.mu back at once, and then writes what stands beside it without the lock \(empty-critical-section\)`
func (c *counter) inc() {
	c.mu.Lock()
	c.mu.Unlock()
	c.n++
}

type outer struct{ inner counter }

// want +2 `set gives o.inner.mu back at once.* \(empty-critical-section\)`
func (o *outer) set(n int) {
	o.inner.mu.Lock()
	o.inner.mu.Unlock()
	o.inner.n = n
}

var (
	mu    sync.RWMutex
	total int
)

// want +2 `add gives mu back at once.* \(empty-critical-section\)`
func add(n int) {
	mu.Lock()
	mu.Unlock()
	total += n
}
