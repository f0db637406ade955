// Package evictions calls back under the lock when something has to go, which a list of the standard
// library and a number from outside decide.
package evictions

import (
	"container/list"
	"sync"
)

type entry[K comparable] struct{ key K }

// A Cache tells somebody what it gives up.
type Cache[K comparable] struct {
	mu      sync.Mutex
	max     int
	order   *list.List
	items   map[K]*list.Element
	onEvict func(K)
}

func New[K comparable](max int, onEvict func(K)) *Cache[K] {
	return &Cache[K]{max: max, order: list.New(), items: make(map[K]*list.Element), onEvict: onEvict}
}

func (c *Cache[K]) Put(key K) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[key] = c.order.PushFront(&entry[K]{key})
	if c.order.Len() <= c.max {
		return
	}
	old := c.order.Remove(c.order.Back()).(*entry[K])
	delete(c.items, old.key)
	if c.onEvict != nil {
		c.onEvict(old.key)
	}
}

func (c *Cache[K]) Len() int {
	c.mu.Lock() // want `likely deadlock: Len locks t.hot.mu, which the same goroutine holds since evictions.go:26; .* \(relock\)`
	defer c.mu.Unlock()
	return c.order.Len()
}

// A Tiered cache asks the one for its size that calls it.
type Tiered struct {
	hot, cold *Cache[string]
	peak      int
}

func NewTiered(hot, cold int) *Tiered {
	t := new(Tiered)
	t.hot = New(hot, t.demote)
	t.cold = New[string](cold, nil)
	return t
}

func (t *Tiered) demote(key string) {
	t.cold.Put(key)
	t.peak = max(t.peak, t.hot.Len()+t.cold.Len())
}

func (t *Tiered) Put(key string) { t.hot.Put(key) }
