// Package ttlcache is a small in-memory cache whose entries expire.
//
// All methods of Cache may be called from any goroutine. Close must be
// called exactly once, when the cache is no longer needed.
package ttlcache

import (
	"sync"
	"time"
)

type entry struct {
	value   string
	expires time.Time
}

// Stats is a snapshot of the cache's counters.
type Stats struct {
	Hits, Misses, Evicted int
}

// Cache maps strings to strings for a limited time.
type Cache struct {
	ttl  time.Duration
	quit chan struct{}
	done chan struct{}

	mu    sync.Mutex
	items map[string]entry
	stats Stats
}

// New returns a cache that drops entries once they are older than ttl. It looks
// for expired entries every interval.
func New(ttl, interval time.Duration) *Cache {
	c := &Cache{
		ttl:   ttl,
		quit:  make(chan struct{}),
		done:  make(chan struct{}),
		items: make(map[string]entry),
	}
	go c.janitor(interval)
	return c
}

// Set stores value under key.
func (c *Cache) Set(key, value string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[key] = entry{value: value, expires: time.Now().Add(c.ttl)}
}

// Get looks key up. Entries past their time count as misses even if the janitor
// hasn't seen them yet.
func (c *Cache) Get(key string) (string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.items[key]
	if !ok || time.Now().After(e.expires) {
		c.stats.Misses++
		return "", false
	}
	c.stats.Hits++
	return e.value, true
}

// Stats returns the counters.
func (c *Cache) Stats() Stats {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.stats
}

// Close stops the janitor and waits for it.
func (c *Cache) Close() {
	close(c.quit)
	<-c.done
}

func (c *Cache) janitor(every time.Duration) {
	defer close(c.done)
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case now := <-tick.C:
			c.sweep(now)
		case <-c.quit:
			return
		}
	}
}

func (c *Cache) sweep(now time.Time) {
	var dead []string
	c.mu.Lock()
	for k, e := range c.items {
		if now.After(e.expires) {
			dead = append(dead, k)
			delete(c.items, k)
		}
	}
	c.stats.Evicted += len(dead)
	c.mu.Unlock()
}
