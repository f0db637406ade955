// Package lru is a bounded cache that forgets what was least recently used.
package lru

import (
	"container/list"
	"sync"
)

type pair[K comparable, V any] struct {
	key K
	val V
}

// Cache is safe for concurrent use.
type Cache[K comparable, V any] struct {
	mu    sync.RWMutex
	max   int
	order *list.List
	items map[K]*list.Element
}

// New returns a cache for at most max entries.
func New[K comparable, V any](max int) *Cache[K, V] {
	return &Cache[K, V]{
		max:   max,
		order: list.New(),
		items: make(map[K]*list.Element, max),
	}
}

// Get looks a key up and marks it as recently used.
func (c *Cache[K, V]) Get(key K) (V, bool) {
	c.mu.RLock() // BUG: rlock-write
	defer c.mu.RUnlock()
	e, ok := c.items[key]
	if !ok {
		var none V
		return none, false
	}
	c.order.MoveToFront(e) // BUG: rlock-write
	return e.Value.(pair[K, V]).val, true
}

// Put stores a value and drops the oldest one if the cache is full.
func (c *Cache[K, V]) Put(key K, val V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.items[key]; ok {
		e.Value = pair[K, V]{key, val}
		c.order.MoveToFront(e)
		return
	}
	if c.order.Len() >= c.max {
		old := c.order.Back()
		c.order.Remove(old)
		delete(c.items, old.Value.(pair[K, V]).key)
	}
	c.items[key] = c.order.PushFront(pair[K, V]{key, val})
}

// Len tells how many entries are cached.
func (c *Cache[K, V]) Len() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return len(c.items)
}
