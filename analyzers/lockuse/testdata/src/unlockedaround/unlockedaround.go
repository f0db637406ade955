// Package main unlocks around a slow call, and its deferred unlock finds the lock
// held again.
package main

import (
	"fmt"
	"sync"
)

type cache struct {
	mu    sync.Mutex
	pages map[string]string
}

func fetch(url string) string { return "page of " + url }

func (c *cache) get(url string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if page, ok := c.pages[url]; ok {
		return page
	}
	c.mu.Unlock()
	page := fetch(url)
	c.mu.Lock()
	c.pages[url] = page
	return page
}

// unlock expects that its caller holds the lock.
func (c *cache) unlock() { c.mu.Unlock() }

func (c *cache) size() int {
	c.mu.Lock()
	defer c.unlock()
	return len(c.pages)
}

// drop unlocks under the condition under which it has locked.
func (c *cache) drop(url string, held bool) {
	if !held {
		c.mu.Lock()
	}
	delete(c.pages, url)
	if !held {
		c.mu.Unlock()
	}
}

func main() {
	c := &cache{pages: make(map[string]string)}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { fmt.Println(c.get("a"), c.size()) })
	}
	wg.Go(func() {
		c.drop("a", false)
		c.mu.Lock()
		c.drop("b", true)
		c.mu.Unlock()
	})
	wg.Wait()
}
