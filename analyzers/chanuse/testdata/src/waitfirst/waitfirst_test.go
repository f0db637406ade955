// Package waitfirst waits in one method and receives in the next.
package waitfirst

import (
	"sync"
	"testing"
)

type crawl struct {
	wg    sync.WaitGroup
	pages chan string
}

func (c *crawl) fetch(url string) {
	defer c.wg.Done()
	c.pages <- "page of " + url
}

func (c *crawl) start(urls []string) {
	for _, url := range urls {
		c.wg.Add(1)
		go c.fetch(url)
	}
}

func (c *crawl) finish() {
	c.wg.Wait() // want `waits here for goroutines that are not done: .*waitfirst_test.go:16\) waits for a receiver of c.pages.*\(wait-before-drain\)`
	close(c.pages)
}

func TestCrawl(t *testing.T) {
	c := &crawl{pages: make(chan string, 1)}
	c.start([]string{"a", "b"})
	c.finish()
	for page := range c.pages {
		t.Log(page)
	}
}
