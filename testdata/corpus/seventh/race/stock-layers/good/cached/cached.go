// Package cached puts a cache in front of a slow store.
package cached

import (
	"sync"

	"seventh/race/stock-layers/good"
)

// Cached remembers quantities until they change.
type Cached struct {
	next stock.Store
	mu   sync.Mutex
	qty  map[string]int
	gen  int
}

var _ stock.Store = (*Cached)(nil)

// New wraps a store.
func New(next stock.Store) *Cached {
	return &Cached{next: next, qty: make(map[string]int)}
}

// Quantity asks the cache first.
func (c *Cached) Quantity(article string) (int, error) {
	c.mu.Lock()
	n, ok := c.qty[article]
	gen := c.gen
	c.mu.Unlock()
	if ok {
		return n, nil
	}
	n, err := c.next.Quantity(article)
	if err != nil {
		return 0, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if gen == c.gen {
		c.qty[article] = n
	}
	return n, nil
}

// Change passes the change on and forgets the old quantity.
func (c *Cached) Change(article string, by int) error {
	if err := c.next.Change(article, by); err != nil {
		return err
	}
	c.Invalidate(article)
	return nil
}

// Invalidate forgets one article, or all of them when called without any.
func (c *Cached) Invalidate(articles ...string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.gen++
	if len(articles) == 0 {
		clear(c.qty)
		return
	}
	for _, a := range articles {
		delete(c.qty, a)
	}
}
