// Package lru is a cache that drops what was not used for longest.
package lru

import (
	"container/list"
	"sync"
)

type item[K comparable, V any] struct {
	key K
	val V
}

// Stats counts what the cache did.
type Stats struct {
	Adds, Evictions int
}

// Cache is safe for use by several goroutines.
type Cache[K comparable, V any] struct {
	mu    sync.RWMutex
	cap   int
	order *list.List
	items map[K]*list.Element
	stats Stats
}

// New makes a cache for n items.
func New[K comparable, V any](n int) *Cache[K, V] {
	return &Cache[K, V]{cap: n, order: list.New(), items: make(map[K]*list.Element)}
}

// touch marks an element as used.
func (c *Cache[K, V]) touch(e *list.Element) {
	c.order.MoveToFront(e) // BUG: rlock-write, data-race
}

// Get finds a value.
func (c *Cache[K, V]) Get(k K) (V, bool) {
	c.mu.RLock() // BUG: rlock-write
	defer c.mu.RUnlock()
	e, ok := c.items[k]
	if !ok {
		var zero V
		return zero, false
	}
	c.touch(e) // BUG: rlock-write, data-race
	return e.Value.(*item[K, V]).val, true
}

// Peek finds a value and does not count as a use.
func (c *Cache[K, V]) Peek(k K) (V, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if e, ok := c.items[k]; ok {
		return e.Value.(*item[K, V]).val, true
	}
	var zero V
	return zero, false
}

// Put adds or replaces a value.
func (c *Cache[K, V]) Put(k K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.items[k]; ok {
		e.Value.(*item[K, V]).val = v
		c.touch(e)
		return
	}
	c.items[k] = c.order.PushFront(&item[K, V]{k, v})
	c.stats.Adds++
	for len(c.items) > c.cap {
		c.evict()
	}
}

func (c *Cache[K, V]) evict() {
	last := c.order.Back()
	if last == nil {
		return
	}
	c.order.Remove(last)
	delete(c.items, last.Value.(*item[K, V]).key)
	c.stats.Evictions++
}

// Keys lists the keys, the most recently used first.
func (c *Cache[K, V]) Keys() []K {
	c.mu.RLock()
	defer c.mu.RUnlock()
	keys := make([]K, 0, len(c.items))
	for e := c.order.Front(); e != nil; e = e.Next() {
		keys = append(keys, e.Value.(*item[K, V]).key)
	}
	return keys
}

// Stats tells what happened so far.
func (c *Cache[K, V]) Stats() Stats {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.stats
}
