package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// site maps a page to its text; links are the words starting with a slash.
var site = map[string]string{
	"/":          "welcome see /docs /blog /about",
	"/docs":      "the manual: /docs/api /docs/faq /",
	"/docs/api":  "functions and types /docs",
	"/docs/faq":  "questions /about /contact",
	"/blog":      "posts /blog/one /blog/two",
	"/blog/one":  "first post /blog /blog/two",
	"/blog/two":  "second post /blog/one /missing",
	"/about":     "who we are /contact",
	"/contact":   "write to us /",
	"/unlinked":  "nobody gets here",
	"/blog/null": "",
}

type crawler struct {
	fetch func(path string) (string, error)

	wg sync.WaitGroup

	mu     sync.Mutex
	seen   map[string]bool
	broken []string
	words  int
}

func newCrawler(fetch func(string) (string, error)) *crawler {
	return &crawler{fetch: fetch, seen: make(map[string]bool)}
}

func (c *crawler) firstVisit(path string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.seen[path] {
		return false
	}
	c.seen[path] = true
	return true
}

func (c *crawler) visit(path string) {
	c.wg.Add(1) // BUG: wg-add-inside
	defer c.wg.Done()
	text, err := c.fetch(path)
	if err != nil {
		c.mu.Lock()
		c.broken = append(c.broken, path)
		c.mu.Unlock()
		return
	}
	fields := strings.Fields(text)
	c.mu.Lock()
	c.words += len(fields)
	c.mu.Unlock()
	for _, f := range fields {
		if strings.HasPrefix(f, "/") && c.firstVisit(f) {
			go c.visit(f) // BUG: wg-add-inside
		}
	}
}

func (c *crawler) run(start string) {
	c.firstVisit(start)
	go c.visit(start) // BUG: wg-add-inside
	c.wg.Wait()       // BUG: wg-add-inside
}

func fetchPage(path string) (string, error) {
	text, ok := site[path]
	if !ok {
		return "", fmt.Errorf("%s: not found", path)
	}
	return text, nil
}

func main() {
	c := newCrawler(fetchPage)
	c.run("/")

	c.mu.Lock()
	defer c.mu.Unlock()
	pages := make([]string, 0, len(c.seen))
	for p := range c.seen {
		pages = append(pages, p)
	}
	sort.Strings(pages)
	fmt.Println(strings.Join(pages, "\n"))
	fmt.Printf("%d pages, %d words, broken: %v\n", len(pages), c.words, c.broken)
}
