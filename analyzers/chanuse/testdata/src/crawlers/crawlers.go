// Package main starts goroutines from goroutines, and collects pages and errors.
package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

type page struct {
	url   string
	links []string
}

type crawler struct {
	mu      sync.Mutex
	seen    map[string]bool
	wg      sync.WaitGroup
	tokens  chan struct{}
	pages   chan page
	errs    chan error
	fetched atomic.Int32
}

var web = map[string][]string{"/": {"/a", "/b"}, "/a": {"/"}, "/b": {"/a"}}

func (c *crawler) visit(url string) {
	c.mu.Lock()
	if c.seen[url] {
		c.mu.Unlock()
		return
	}
	c.seen[url] = true
	c.mu.Unlock()
	c.wg.Add(1)
	go c.fetch(url)
}

func (c *crawler) fetch(url string) {
	defer c.wg.Done()
	c.tokens <- struct{}{}
	links, ok := web[url]
	<-c.tokens
	c.fetched.Add(1)
	if !ok {
		c.errs <- errors.New(url)
		return
	}
	for _, l := range links {
		c.visit(l)
	}
	c.pages <- page{url, links}
}

func crawl(start string) (list []page, err error) {
	c := &crawler{seen: map[string]bool{}, tokens: make(chan struct{}, 2), pages: make(chan page), errs: make(chan error)}
	c.visit(start)
	go func() {
		c.wg.Wait()
		close(c.pages)
		close(c.errs)
	}()
	for c.pages != nil || c.errs != nil {
		select {
		case p, ok := <-c.pages:
			if !ok {
				c.pages = nil
				continue
			}
			list = append(list, p)
		case e, ok := <-c.errs:
			if !ok {
				c.errs = nil
				continue
			}
			err = errors.Join(err, e)
		}
	}
	return list, err
}

func main() { fmt.Println(crawl("/")) }
