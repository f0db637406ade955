// Package writesunderrlockcalls stores, under the read lock, what it has fetched, in
// a helper: the write should be reported.
//
// Today: nothing; called by a program or test, it is reported.
package writesunderrlockcalls

import "sync"

type Cache struct {
	mu    sync.RWMutex
	pages map[string]string
}

func fetch(url string) string { return "page of " + url }

func (c *Cache) keep(url, page string) {
	c.pages[url] = page // want `^likely data race: keep writes c.pages\S* under a read lock, while .*: a read lock lets others read at the same time \(write-under-rlock\)`
}

func (c *Cache) Get(url string) string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	page, ok := c.pages[url]
	if !ok {
		page = fetch(url)
		c.keep(url, page)
	}
	return page
}

func (c *Cache) Drop(url string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.pages, url)
}
