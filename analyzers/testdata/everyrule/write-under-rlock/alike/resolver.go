// Package resolver is a cache of host addresses that counts its look-ups.
package resolver

import (
	"sync"
	"sync/atomic"
)

// A Cache may be used by several goroutines at once.
type Cache struct {
	hits atomic.Int64

	mu    sync.RWMutex
	addrs map[string]string
}

// Lookup returns the address of a host, and asks resolve for it if need be.
func (c *Cache) Lookup(host string, resolve func(string) string) string {
	c.mu.RLock()
	addr, ok := c.addrs[host]
	c.hits.Add(1)
	c.mu.RUnlock()
	if ok {
		return addr
	}

	addr = resolve(host)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.addrs == nil {
		c.addrs = make(map[string]string)
	}
	if first, ok := c.addrs[host]; ok {
		return first
	}
	c.addrs[host] = addr
	return addr
}

// Hits tells how often Lookup was called.
func (c *Cache) Hits() int64 { return c.hits.Load() }
