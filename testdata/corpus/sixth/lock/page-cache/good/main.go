package main

import (
	"fmt"
	"log"
	"os"
	"sync"
	"time"
)

type entry struct {
	body string
	at   time.Time
}

// pageCache keeps pages for a while.
type pageCache struct {
	mu      sync.Mutex
	max     int
	pages   map[string]entry
	onEvict func(url string)
	clock   func() time.Time
}

func newPageCache(max int) *pageCache {
	return &pageCache{max: max, pages: make(map[string]entry), clock: time.Now}
}

// size tells how many pages there are.
func (c *pageCache) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.pages)
}

func (c *pageCache) get(url string) (string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.pages[url]
	return e.body, ok
}

// oldest needs the lock.
func (c *pageCache) oldest() string {
	var (
		name string
		at   time.Time
	)
	for url, e := range c.pages {
		if name == "" || e.at.Before(at) {
			name, at = url, e.at
		}
	}
	return name
}

func (c *pageCache) shrink() (gone []string) {
	for len(c.pages) > c.max {
		url := c.oldest()
		delete(c.pages, url)
		gone = append(gone, url)
	}
	return gone
}

func (c *pageCache) put(url, body string) {
	c.mu.Lock()
	c.pages[url] = entry{body, c.clock()}
	gone := c.shrink()
	c.mu.Unlock()
	if c.onEvict == nil {
		return
	}
	for _, url := range gone {
		c.onEvict(url)
	}
}

// browser fetches pages through the cache.
type browser struct {
	cache  *pageCache
	logger *log.Logger
	loads  int
}

func newBrowser(max int) *browser {
	b := &browser{cache: newPageCache(max), logger: log.New(os.Stdout, "browser: ", 0)}
	b.cache.onEvict = b.evicted
	return b
}

func (b *browser) evicted(url string) {
	b.logger.Printf("dropped %s, %d left", url, b.cache.size())
}

func (b *browser) open(url string) string {
	if body, ok := b.cache.get(url); ok {
		return body
	}
	b.loads++
	body := "<h1>" + url + "</h1>"
	b.cache.put(url, body)
	return body
}

func main() {
	b := newBrowser(2)
	for _, url := range []string{"/", "/news", "/", "/about", "/jobs"} {
		fmt.Println(len(b.open(url)))
		time.Sleep(time.Millisecond)
	}
	fmt.Println(b.loads, "loads")
}
