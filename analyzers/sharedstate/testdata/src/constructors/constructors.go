// Package constructors writes fields without their lock while nobody else can
// know the object.
package constructors

import (
	"sync"
	"time"
)

type Cache struct {
	mu      sync.Mutex
	entries map[string]string
	hits    int
	limit   int
}

func NewCache(limit int) *Cache {
	c := &Cache{}
	c.entries = make(map[string]string)
	c.limit = limit
	c.hits = 0
	return c
}

// An Option changes a cache that is not published yet.
type Option func(*Cache)

func WithLimit(n int) Option { return func(c *Cache) { c.limit = n } }

func Open(options ...Option) (*Cache, error) {
	c := &Cache{entries: make(map[string]string)}
	for _, o := range options {
		o(c)
	}
	c.fill()
	go c.clean()
	return c, nil
}

// fill is called before the goroutine starts.
func (c *Cache) fill() {
	c.entries["version"] = "1"
	c.limit++
}

func (c *Cache) clean() {
	for range time.Tick(time.Minute) {
		c.mu.Lock()
		clear(c.entries)
		c.limit = 10
		c.mu.Unlock()
	}
}

func (c *Cache) Get(key string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hits++
	return c.entries[key]
}

func (c *Cache) Put(key, value string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.entries) < c.limit {
		c.entries[key] = value
	}
}

// registry is filled by init, which runs before everything else.
var registry = struct {
	mu    sync.Mutex
	names []string
}{}

func init() {
	registry.names = append(registry.names, "default")
}

func Register(name string) {
	registry.mu.Lock()
	defer registry.mu.Unlock()
	registry.names = append(registry.names, name)
}
