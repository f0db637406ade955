// Package main changes under read locks only what they do not guard.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type cache struct {
	mu     sync.RWMutex
	pages  map[string]string
	hits   atomic.Int64
	seen   sync.Map
	statMu sync.Mutex
	misses int
}

// get counts with an atomic, and writes to a sync.Map.
func (c *cache) get(url string) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	page, ok := c.pages[url]
	if ok {
		c.hits.Add(1)
		c.seen.Store(url, true)
	} else {
		c.statMu.Lock()
		c.misses++
		c.statMu.Unlock()
	}
	return page, ok
}

// all builds a map that nobody else knows yet.
func (c *cache) all() map[string]int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	sizes := make(map[string]int)
	for url, page := range c.pages {
		sizes[url] = len(page)
	}
	return sizes
}

// put holds the write lock when it writes.
func (c *cache) put(url, page string) {
	c.mu.RLock()
	_, ok := c.pages[url]
	c.mu.RUnlock()
	if ok {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pages[url] = page
}

func main() {
	c := &cache{pages: make(map[string]string)}
	var wg sync.WaitGroup
	wg.Go(func() { c.put("a", "A") })
	wg.Go(func() { fmt.Println(c.get("a")) })
	wg.Go(func() { fmt.Println(c.get("b")) })
	wg.Go(func() { fmt.Println(len(c.all())) })
	wg.Wait()
}
