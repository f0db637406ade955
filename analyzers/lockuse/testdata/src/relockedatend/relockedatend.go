// Package main defers Lock on purpose.
package main

import (
	"fmt"
	"sync"
)

type cache struct {
	mu    sync.Mutex
	pages map[string]string
	stats sync.Mutex
	loads int
}

func load(url string) string { return "page of " + url }

// fetch needs c.mu, releases it for the slow call and takes it back.
func (c *cache) fetch(url string) string {
	c.mu.Unlock()
	defer c.mu.Lock()
	return load(url)
}

// refresh does the same in one function.
func (c *cache) refresh(url string) {
	c.mu.Lock()
	func() {
		c.mu.Unlock()
		defer c.mu.Lock()
		load(url)
	}()
	c.pages[url] = "fresh"
	c.mu.Unlock()
}

func (c *cache) get(url string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	page, ok := c.pages[url]
	if !ok {
		page = c.fetch(url)
		c.pages[url] = page
		c.stats.Lock()
		defer c.stats.Unlock()
		c.loads++
	}
	return page
}

func main() {
	c := &cache{pages: make(map[string]string)}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			fmt.Println(c.get("a"))
			c.refresh("a")
		})
	}
	wg.Wait()
}
