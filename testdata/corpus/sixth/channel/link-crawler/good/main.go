package main

import (
	"fmt"
	"sort"
	"sync"
)

// site is a small web.
type site map[string][]string

func (s site) links(url string) []string { return s[url] }

type fetcher interface {
	links(url string) []string
}

// crawler visits every page once.
type crawler struct {
	f       fetcher
	workers int
	queue   chan string
	pending sync.WaitGroup
	mu      sync.Mutex
	seen    map[string]int
}

func newCrawler(f fetcher, workers int) *crawler {
	return &crawler{f: f, workers: workers, queue: make(chan string), seen: make(map[string]int)}
}

// first tells whether a page is new.
func (c *crawler) first(url string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen[url]++
	return c.seen[url] == 1
}

func (c *crawler) enqueue(url string) {
	c.pending.Add(1)
	go func() { c.queue <- url }()
}

func (c *crawler) visit(url string) {
	defer c.pending.Done()
	for _, l := range c.f.links(url) {
		if c.first(l) {
			c.enqueue(l)
		}
	}
}

func (c *crawler) work() {
	for url := range c.queue {
		c.visit(url)
	}
}

func (c *crawler) run(start string) []string {
	var done sync.WaitGroup
	for range c.workers {
		done.Add(1)
		go func() {
			defer done.Done()
			c.work()
		}()
	}
	c.first(start)
	c.enqueue(start)
	c.pending.Wait()
	close(c.queue)
	done.Wait()
	return c.pages()
}

func (c *crawler) pages() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := make([]string, 0, len(c.seen))
	for url, n := range c.seen {
		out = append(out, fmt.Sprintf("%s (%d)", url, n))
	}
	sort.Strings(out)
	return out
}

func build(depth, width int) site {
	s := make(site)
	var add func(prefix string, d int)
	add = func(prefix string, d int) {
		if d == 0 {
			s[prefix] = []string{"/"}
			return
		}
		for i := range width {
			child := fmt.Sprintf("%s%d/", prefix, i)
			s[prefix] = append(s[prefix], child)
			add(child, d-1)
		}
	}
	add("/", depth)
	return s
}

func main() {
	c := newCrawler(build(4, 3), 3)
	pages := c.run("/")
	fmt.Println(len(pages), pages[0])
}
