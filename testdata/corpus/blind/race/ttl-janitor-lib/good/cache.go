// Package ttlcache is an in-memory cache whose entries expire.
//
// A Cache may be used by many goroutines at once.
package ttlcache

import (
	"sync"
	"time"
)

// DefaultTTL is used for entries without their own.
const DefaultTTL = 5 * time.Minute

type item[V any] struct {
	value   V
	expires time.Time
}

func (it item[V]) dead(now time.Time) bool { return now.After(it.expires) }

// Loader makes missing values.
type Loader[K comparable, V any] func(K) (V, error)

// Cache maps keys to values for a limited time.
type Cache[K comparable, V any] struct {
	ttl    time.Duration
	load   Loader[K, V]
	ticker *time.Ticker
	quit   chan struct{}

	lk     sync.RWMutex
	items  map[K]item[V]
	hits   int
	misses int
	purged int
	onDrop func(K, V)
}

// New returns a cache and starts its janitor. Call Close at the end.
func New[K comparable, V any](ttl time.Duration, load Loader[K, V]) *Cache[K, V] {
	if ttl <= 0 {
		ttl = DefaultTTL
	}
	c := &Cache[K, V]{
		ttl:    ttl,
		load:   load,
		ticker: time.NewTicker(ttl),
		quit:   make(chan struct{}),
		items:  make(map[K]item[V]),
	}
	go c.janitor()
	return c
}

// OnDrop sets a function for entries that expire.
func (c *Cache[K, V]) OnDrop(f func(K, V)) {
	c.lk.Lock()
	defer c.lk.Unlock()
	c.onDrop = f
}

func (c *Cache[K, V]) janitor() {
	for {
		select {
		case now := <-c.ticker.C:
			c.purge(now)
		case <-c.quit:
			return
		}
	}
}

func (c *Cache[K, V]) purge(now time.Time) {
	c.lk.Lock()
	dead := make(map[K]V)
	for k, it := range c.items {
		if it.dead(now) {
			dead[k] = it.value
			delete(c.items, k)
			c.purged++
		}
	}
	f := c.onDrop
	c.lk.Unlock()
	if f == nil {
		return
	}
	for k, v := range dead {
		f(k, v)
	}
}

// Get returns the value of k and loads it if needed.
func (c *Cache[K, V]) Get(k K) (V, error) {
	now := time.Now()
	c.lk.Lock()
	if it, ok := c.items[k]; ok && !it.dead(now) {
		c.hits++
		c.lk.Unlock()
		return it.value, nil
	}
	c.misses++
	c.lk.Unlock()

	v, err := c.load(k)
	if err != nil {
		return v, err
	}
	c.Set(k, v)
	return v, nil
}

// Set stores a value.
func (c *Cache[K, V]) Set(k K, v V) {
	c.lk.Lock()
	defer c.lk.Unlock()
	c.items[k] = item[V]{v, time.Now().Add(c.ttl)}
}

// Expire drops k at once.
func (c *Cache[K, V]) Expire(k K) bool {
	c.lk.Lock()
	defer c.lk.Unlock()
	if _, ok := c.items[k]; !ok {
		return false
	}
	delete(c.items, k)
	return true
}

// HitRate is the share of Gets that found a value.
func (c *Cache[K, V]) HitRate() float64 {
	c.lk.RLock()
	defer c.lk.RUnlock()
	total := c.hits + c.misses
	if total == 0 {
		return 0
	}
	return float64(c.hits) / float64(total)
}

// Purged counts the entries that have expired.
func (c *Cache[K, V]) Purged() int {
	c.lk.RLock()
	defer c.lk.RUnlock()
	return c.purged
}

// Close ends the janitor.
func (c *Cache[K, V]) Close() {
	c.ticker.Stop()
	close(c.quit)
}
