// Package triedright tries locks and looks.
package triedright

import (
	"sync"
	"time"
)

type cache struct {
	mu    sync.Mutex
	items map[string]string
}

func (c *cache) set(key, value string) bool {
	if !c.mu.TryLock() {
		return false
	}
	defer c.mu.Unlock()
	c.items[key] = value
	return true
}

func (c *cache) patient() bool {
	for range 10 {
		if c.mu.TryLock() {
			return true
		}
		time.Sleep(time.Millisecond)
	}
	return false
}

func (c *cache) tries(max int) (n int) {
	for !c.mu.TryLock() {
		n++
		if n == max {
			return n
		}
	}
	c.mu.Unlock()
	return n
}

func (c *cache) forward() bool { return c.mu.TryLock() }
