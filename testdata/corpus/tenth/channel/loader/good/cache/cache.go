// Package cache loads values once for all that ask at the same time.
package cache

import (
	"context"
	"sync"
	"time"
)

// LoadFunc finds the value of a key.
type LoadFunc[K comparable, V any] func(key K) (V, error)

type result[V any] struct {
	val V
	err error
}

type call[V any] struct {
	waiters []chan result[V]
}

type entry[V any] struct {
	val     V
	expires time.Time
}

// Cache keeps loaded values for a time.
type Cache[K comparable, V any] struct {
	load LoadFunc[K, V]
	ttl  time.Duration

	mu      sync.Mutex
	entries map[K]entry[V]
	calls   map[K]*call[V]
}

// New makes an empty Cache.
func New[K comparable, V any](ttl time.Duration, load LoadFunc[K, V]) *Cache[K, V] {
	return &Cache[K, V]{
		load:    load,
		ttl:     ttl,
		entries: make(map[K]entry[V]),
		calls:   make(map[K]*call[V]),
	}
}

// Get is the value of a key; it gives up when ctx ends.
func (c *Cache[K, V]) Get(ctx context.Context, key K) (V, error) {
	c.mu.Lock()
	if e, ok := c.entries[key]; ok && time.Now().Before(e.expires) {
		c.mu.Unlock()
		return e.val, nil
	}
	ch := make(chan result[V], 1)
	cl, running := c.calls[key]
	if !running {
		cl = &call[V]{}
		c.calls[key] = cl
	}
	cl.waiters = append(cl.waiters, ch)
	c.mu.Unlock()

	if !running {
		go c.fetch(key)
	}
	select {
	case r := <-ch:
		return r.val, r.err
	case <-ctx.Done():
		var zero V
		return zero, ctx.Err()
	}
}

func (c *Cache[K, V]) fetch(key K) {
	v, err := c.load(key)

	c.mu.Lock()
	cl := c.calls[key]
	delete(c.calls, key)
	if err == nil {
		c.entries[key] = entry[V]{val: v, expires: time.Now().Add(c.ttl)}
	}
	c.mu.Unlock()

	for _, w := range cl.waiters {
		w <- result[V]{v, err}
	}
}

// Len is the number of values kept.
func (c *Cache[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.entries)
}
