// Package crawler checks that all pages of a site answer.
package crawler

import (
	"net/http"
	"sync"
)

// A Crawler knows the pages of one site.
type Crawler struct {
	base  string
	paths []string
	wg    sync.WaitGroup
}

// New returns a crawler for the pages of a site.
func New(base string, paths ...string) *Crawler {
	return &Crawler{base: base, paths: paths}
}

// Check fetches all pages and returns an error if one of them fails.
func (c *Crawler) Check() error {
	var failed error
	for _, p := range c.paths {
		c.wg.Add(1)
		go func() {
			defer c.wg.Done()
			resp, err := http.Get(c.base + p)
			if err != nil {
				failed = err // BUG
				return
			}
			resp.Body.Close()
		}()
	}
	c.wg.Wait()
	return failed
}
