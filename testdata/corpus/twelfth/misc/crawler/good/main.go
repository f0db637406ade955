package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

type page struct {
	links []string
	slow  bool
}

var site = map[string]page{
	"/":         {links: []string{"/news", "/docs", "/missing"}},
	"/news":     {links: []string{"/", "/news/1", "/news/2"}},
	"/news/1":   {links: []string{"/news"}},
	"/news/2":   {links: []string{"/news", "/docs/api"}, slow: true},
	"/docs":     {links: []string{"/docs/api", "/docs/faq"}},
	"/docs/api": {links: []string{"/docs", "/docs/faq", "/gone"}},
	"/docs/faq": {},
}

type crawler struct {
	tokens chan struct{}
	wg     sync.WaitGroup

	mu     sync.Mutex
	depth  map[string]int
	broken []string
}

// claim reports whether url is new or has been reached on a shorter path.
func (c *crawler) claim(url string, depth int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if d, ok := c.depth[url]; ok && d <= depth {
		return false
	}
	c.depth[url] = depth
	return true
}

func (c *crawler) fetch(url string) (page, bool) {
	<-c.tokens
	defer func() { c.tokens <- struct{}{} }()
	p, ok := site[url]
	if p.slow {
		time.Sleep(3 * time.Millisecond)
	}
	return p, ok
}

func (c *crawler) follow(url string, depth, limit int) {
	p, ok := c.fetch(url)
	if !ok {
		c.mu.Lock()
		c.broken = append(c.broken, url)
		c.mu.Unlock()
		return
	}
	if depth == limit {
		return
	}
	for _, l := range p.links {
		if !c.claim(l, depth+1) {
			continue
		}
		c.wg.Add(1)
		go func() {
			defer c.wg.Done()
			c.follow(l, depth+1, limit)
		}()
	}
}

func crawl(start string, limit, parallel int) *crawler {
	c := &crawler{tokens: make(chan struct{}, parallel), depth: make(map[string]int)}
	for range parallel {
		c.tokens <- struct{}{}
	}
	if c.claim(start, 0) {
		c.wg.Go(func() { c.follow(start, 0, limit) })
	}
	c.wg.Wait()
	return c
}

func main() {
	limit := flag.Int("depth", 4, "how many links to follow")
	flag.Parse()
	c := crawl("/", *limit, 2)
	slices.Sort(c.broken)
	c.broken = slices.Compact(c.broken)
	for url, d := range c.depth {
		if d > *limit {
			fmt.Println("too deep:", url)
		}
	}
	fmt.Println(len(c.depth), "urls, broken:", strings.Join(c.broken, " "))
}
