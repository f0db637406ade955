// Package genericmethods forgets the lock of a generic type in Get.
package genericmethods

import "sync"

type Cache[K comparable, V any] struct {
	mu      sync.RWMutex
	entries map[K]V
	size    int
}

func (c *Cache[K, V]) Put(key K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[key] = v
	c.size++
}

func (c *Cache[K, V]) Get(key K) (V, bool) {
	v, ok := c.entries[key] // want `Get reads c.entries without c.mu.*\(unlocked-field\)`
	return v, ok
}

func (c *Cache[K, V]) Size() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.size
}
