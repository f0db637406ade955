// Package lru is a cache that forgets what was not used for long.
package lru

import (
	"container/list"
	"sync"
)

type entry[V any] struct {
	key string
	val V
}

// Cache holds at most cap entries.
type Cache[V any] struct {
	mtx   sync.RWMutex
	cap   int
	order *list.List
	byKey map[string]*list.Element
}

func New[V any](capacity int) *Cache[V] {
	return &Cache[V]{
		cap:   capacity,
		order: list.New(),
		byKey: map[string]*list.Element{},
	}
}

// Get returns the value of key and makes it the youngest entry.
func (c *Cache[V]) Get(key string) (v V, ok bool) {
	c.mtx.Lock()
	defer c.mtx.Unlock()
	el, ok := c.byKey[key]
	if !ok {
		return v, false
	}
	c.order.MoveToFront(el)
	return el.Value.(*entry[V]).val, true
}

// Put stores a value and drops the oldest entry when the cache is full.
func (c *Cache[V]) Put(key string, v V) {
	c.mtx.Lock()
	defer c.mtx.Unlock()
	if el, ok := c.byKey[key]; ok {
		el.Value.(*entry[V]).val = v
		c.order.MoveToFront(el)
		return
	}
	c.byKey[key] = c.order.PushFront(&entry[V]{key, v})
	if c.order.Len() > c.cap {
		last := c.order.Back()
		delete(c.byKey, last.Value.(*entry[V]).key)
		c.order.Remove(last)
	}
}

func (c *Cache[V]) Len() int {
	c.mtx.RLock()
	defer c.mtx.RUnlock()
	return c.order.Len()
}
