// Package lru is a small cache with an optional second tier.
package lru

import (
	"container/list"
	"sync"
)

// Cache keeps the most recently used entries.
type Cache[K comparable, V any] struct {
	mu      sync.Mutex
	max     int
	order   *list.List
	items   map[K]*list.Element
	onEvict func(K, V)
}

type entry[K comparable, V any] struct {
	key K
	val V
}

// New returns a cache of at most max entries. If onEvict is not nil, it is
// given every entry that has to make room for another.
func New[K comparable, V any](max int, onEvict func(K, V)) *Cache[K, V] {
	return &Cache[K, V]{
		max:     max,
		order:   list.New(),
		items:   make(map[K]*list.Element),
		onEvict: onEvict,
	}
}

func (c *Cache[K, V]) Get(key K) (val V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	el, ok := c.items[key]
	if !ok {
		return val, false
	}
	c.order.MoveToFront(el)
	return el.Value.(*entry[K, V]).val, true
}

func (c *Cache[K, V]) Put(key K, val V) {
	c.mu.Lock()
	if el, ok := c.items[key]; ok {
		el.Value.(*entry[K, V]).val = val
		c.order.MoveToFront(el)
		c.mu.Unlock()
		return
	}
	c.items[key] = c.order.PushFront(&entry[K, V]{key, val})
	if c.order.Len() <= c.max {
		c.mu.Unlock()
		return
	}
	old := c.order.Remove(c.order.Back()).(*entry[K, V])
	delete(c.items, old.key)
	c.mu.Unlock()
	if c.onEvict != nil {
		c.onEvict(old.key, old.val)
	}
}

func (c *Cache[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.order.Len()
}
