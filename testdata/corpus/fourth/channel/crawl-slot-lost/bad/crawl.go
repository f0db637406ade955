// Package crawl follows links.
package crawl

import (
	"errors"
	"sort"
	"strings"
	"sync"
)

// Page is what a Site returns.
type Page struct {
	Title string
	Links []string
}

// Site gets pages.
type Site interface {
	Open(path string) (Page, error)
}

// SiteFunc makes a Site out of a function.
type SiteFunc func(path string) (Page, error)

func (f SiteFunc) Open(path string) (Page, error) { return f(path) }

// ErrNotFound is for dead links.
var ErrNotFound = errors.New("crawl: not found")

// Crawler visits all pages of a site, some at a time.
type Crawler struct {
	site  Site
	slots chan struct{}
	wg    sync.WaitGroup

	mu     sync.Mutex
	titles map[string]string
	dead   []string
}

// New returns a crawler that opens at most parallel pages at once.
func New(site Site, parallel int) *Crawler {
	return &Crawler{
		site:   site,
		slots:  make(chan struct{}, parallel),
		titles: make(map[string]string),
	}
}

// Run visits everything that can be reached from start. It must be called once.
func (c *Crawler) Run(start string) {
	c.follow(start)
	c.wg.Wait()
}

func (c *Crawler) follow(path string) {
	if !c.claim(path) {
		return
	}
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		page, err := c.open(path)
		if err != nil {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.dead = append(c.dead, path)
			delete(c.titles, path)
			return
		}
		c.mu.Lock()
		c.titles[path] = page.Title
		c.mu.Unlock()
		for _, l := range page.Links {
			if strings.HasPrefix(l, "/") {
				c.follow(l)
			}
		}
	}()
}

// claim reports whether path is new.
func (c *Crawler) claim(path string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, seen := c.titles[path]; seen {
		return false
	}
	for _, d := range c.dead {
		if d == path {
			return false
		}
	}
	c.titles[path] = ""
	return true
}

func (c *Crawler) open(path string) (Page, error) {
	c.slots <- struct{}{} // BUG: send-no-receiver
	page, err := c.site.Open(path)
	if err != nil {
		return Page{}, err // BUG: send-no-receiver
	}
	<-c.slots // BUG: send-no-receiver
	return page, nil
}

// Result returns the titles by path and the dead links. It may be called
// when Run has returned.
func (c *Crawler) Result() (titles map[string]string, dead []string) {
	sort.Strings(c.dead)
	return c.titles, c.dead
}
