// Command crawl visits a small made-up site and counts its fetches.
package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

var errMissing = errors.New("404")

// fetcher gets the links of a page.
type fetcher interface {
	links(url string) ([]string, error)
}

type site struct {
	pages map[string][]string
	mu    sync.Mutex
	hits  map[string]int
}

func (s *site) links(url string) ([]string, error) {
	s.mu.Lock()
	s.hits[url]++
	s.mu.Unlock()
	time.Sleep(5 * time.Millisecond) // the network
	next, ok := s.pages[url]
	if !ok {
		return nil, errMissing
	}
	return next, nil
}

func (s *site) most() (string, int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	page, top := "", 0
	for url, n := range s.hits {
		if n > top {
			page, top = url, n
		}
	}
	return page, top
}

// crawler visits every page within reach one time.
type crawler struct {
	f    fetcher
	wg   sync.WaitGroup
	mu   sync.Mutex
	seen map[string]error
}

func newCrawler(f fetcher) *crawler {
	return &crawler{f: f, seen: make(map[string]error)}
}

func (c *crawler) known(url string) bool {
	c.mu.Lock() // BUG: check-then-act
	defer c.mu.Unlock()
	_, ok := c.seen[url] // BUG: check-then-act
	return ok
}

func (c *crawler) remember(url string, err error) {
	c.mu.Lock() // BUG: check-then-act
	defer c.mu.Unlock()
	c.seen[url] = err // BUG: check-then-act
}

func (c *crawler) visit(url string, depth int) {
	defer c.wg.Done()
	if depth == 0 || c.known(url) { // BUG: check-then-act
		return
	}
	next, err := c.f.links(url)
	c.remember(url, err) // BUG: check-then-act
	for _, u := range next {
		c.wg.Add(1)
		go c.visit(u, depth-1)
	}
}

func (c *crawler) run(start string, depth int) int {
	c.wg.Add(1)
	go c.visit(start, depth)
	c.wg.Wait()
	return len(c.seen)
}

func main() {
	s := &site{
		hits: make(map[string]int),
		pages: map[string][]string{
			"/":      {"/a", "/b", "/c", "/about"},
			"/a":     {"/b", "/c", "/d"},
			"/b":     {"/c", "/d"},
			"/c":     {"/d", "/"},
			"/d":     {"/a", "/gone"},
			"/about": {"/d", "/imprint"},
		},
	}
	c := newCrawler(s)
	n := c.run("/", 9)
	fmt.Println("pages:", n)
	for url, err := range c.seen {
		if err != nil {
			fmt.Println("bad link", url, err)
		}
	}
	if page, hits := s.most(); hits > 1 {
		fmt.Println("page", page, "was fetched", hits, "times")
		os.Exit(1)
	}
}
