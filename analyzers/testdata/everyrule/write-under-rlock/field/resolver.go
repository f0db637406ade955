// Package resolver is a cache of host addresses.
package resolver

import "sync"

// A Cache may be used by several goroutines at once.
type Cache struct {
	sync.RWMutex
	addrs map[string]string
	stats struct {
		misses int
	}
}

// New returns an empty cache.
func New() *Cache {
	return &Cache{addrs: make(map[string]string)}
}

// Set stores an address.
func (c *Cache) Set(host, addr string) {
	c.Lock()
	defer c.Unlock()
	c.addrs[host] = addr
}

// Lookup returns the address of a host.
func (c *Cache) Lookup(host string) (string, bool) {
	c.RLock()
	defer c.RUnlock()
	addr, ok := c.addrs[host]
	if !ok {
		c.stats.misses++ // BUG
	}
	return addr, ok
}

// Misses tells how many look-ups found nothing.
func (c *Cache) Misses() int {
	c.RLock()
	defer c.RUnlock()
	return c.stats.misses
}
