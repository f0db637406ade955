// Package lazycache fetches values once, however many ask for them.
package lazycache

import (
	"errors"
	"sync"
	"time"
)

// ErrClosed is returned after Close.
var ErrClosed = errors.New("lazycache: closed")

var errPanic = errors.New("lazycache: fetch panicked")

// Fetch gets a value from far away.
type Fetch func(key string) (string, error)

type item struct {
	val     string
	fetched time.Time
}

type flight struct {
	landed chan struct{}
	val    string
	err    error
}

// Cache keeps values for a time.
type Cache struct {
	fetch Fetch
	ttl   time.Duration
	now   func() time.Time

	mu      sync.Mutex
	items   map[string]item
	flights map[string]*flight
	misses  int
	closed  bool
}

// New makes a cache.
func New(ttl time.Duration, fetch Fetch) *Cache {
	return &Cache{
		fetch:   fetch,
		ttl:     ttl,
		now:     time.Now,
		items:   make(map[string]item),
		flights: make(map[string]*flight),
	}
}

// Get returns the value of a key.
func (c *Cache) Get(key string) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return "", ErrClosed
	}
	if it, ok := c.items[key]; ok && c.now().Sub(it.fetched) < c.ttl {
		return it.val, nil
	}
	f, ok := c.flights[key]
	if ok {
		c.mu.Unlock()
		<-f.landed
		c.mu.Lock()
		return f.val, f.err
	}
	f = &flight{landed: make(chan struct{}), err: errPanic}
	c.flights[key] = f
	c.misses++
	c.fly(key, f)
	return f.val, f.err
}

// fly is called and returns with mu held but fetches without it.
func (c *Cache) fly(key string, f *flight) {
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		delete(c.flights, key)
		if f.err == nil && !c.closed {
			c.items[key] = item{val: f.val, fetched: c.now()}
		}
		close(f.landed)
	}()
	f.val, f.err = c.fetch(key)
}

// Forget drops one value.
func (c *Cache) Forget(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.items, key)
}

// Sweep drops what is too old and returns how much that was.
func (c *Cache) Sweep() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := 0
	for key, it := range c.items {
		if c.now().Sub(it.fetched) >= c.ttl {
			delete(c.items, key)
			n++
		}
	}
	return n
}

// Misses is the number of fetches.
func (c *Cache) Misses() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.misses
}

// Close empties the cache.
func (c *Cache) Close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
	clear(c.items)
}
