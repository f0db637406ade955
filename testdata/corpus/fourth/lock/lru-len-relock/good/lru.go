// Package lru has a fixed-size cache that forgets what was used longest ago.
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
	mu    sync.Mutex
	cap   int
	order *list.List // front = newest
	index map[K]*list.Element
}

func New[K comparable, V any](capacity int) *Cache[K, V] {
	if capacity < 1 {
		panic("lru: capacity must be positive")
	}
	return &Cache[K, V]{cap: capacity, order: list.New(), index: make(map[K]*list.Element)}
}

// Len is the number of entries.
func (c *Cache[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.order.Len()
}

// Get returns the value of k and marks it as used.
func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	el, ok := c.index[k]
	if !ok {
		return v, false
	}
	c.order.MoveToFront(el)
	return el.Value.(*pair[K, V]).val, true
}

// Put stores v under k, dropping the oldest entry if there are too many.
func (c *Cache[K, V]) Put(k K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if el, ok := c.index[k]; ok {
		el.Value.(*pair[K, V]).val = v
		c.order.MoveToFront(el)
		return
	}
	c.index[k] = c.order.PushFront(&pair[K, V]{k, v})
	c.shrink()
}

func (c *Cache[K, V]) shrink() {
	for c.order.Len() > c.cap {
		oldest := c.order.Back()
		c.order.Remove(oldest)
		delete(c.index, oldest.Value.(*pair[K, V]).key)
	}
}
