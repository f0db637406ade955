// Package writesunderrlock stores, under the read lock, what it has fetched: two
// calls of Get at once should be supposed, and reported as likely.
//
// Today: nothing; called by a program or test, it is reported.
package writesunderrlock

import "sync"

type Cache struct {
	mu    sync.RWMutex
	pages map[string]string
}

func fetch(url string) string { return "page of " + url }

func (c *Cache) Get(url string) string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	page, ok := c.pages[url]
	if !ok {
		page = fetch(url)
		c.pages[url] = page // want `^likely data race: Get writes c.pages\S* under a read lock, while .*: a read lock lets others read at the same time \(write-under-rlock\)`
	}
	return page
}

func (c *Cache) Drop(url string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.pages, url)
}
