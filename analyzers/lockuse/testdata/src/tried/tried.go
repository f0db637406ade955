// Package tried tries locks and does not look.
package tried

import (
	"runtime"
	"sync"
)

type cache struct {
	mu    sync.RWMutex
	items map[string]string
}

func (c *cache) set(key, value string) {
	c.mu.TryLock() // want `^maybe unlocked: set goes on whether TryLock got the lock or not; .*\(trylock-ignored\)`
	defer c.mu.Unlock()
	c.items[key] = value
}

func get(c *cache, key string) string {
	_ = c.mu.TryRLock() // want `whether TryRLock got the lock.* \(trylock-ignored\)`
	defer c.mu.RUnlock()
	return c.items[key]
}

func spin(mu *sync.Mutex) {
	for !mu.TryLock() { // want `^likely busy loop: spin tries again and again.* \(trylock-ignored\)`
		runtime.Gosched()
	}
	defer mu.Unlock()
}
