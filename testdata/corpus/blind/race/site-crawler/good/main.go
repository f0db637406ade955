// A toy crawler over a fake web.
package main

import (
	"fmt"
	"sort"
	"sync"
)

type Page struct {
	Title string
	Links []string
}

type Web map[string]Page

var web = Web{
	"/":         {"Home", []string{"/about", "/blog", "/shop"}},
	"/about":    {"About", []string{"/", "/team"}},
	"/blog":     {"Blog", []string{"/", "/blog/1", "/blog/2"}},
	"/blog/1":   {"First post", []string{"/blog"}},
	"/blog/2":   {"Second post", []string{"/blog", "/shop"}},
	"/shop":     {"Shop", []string{"/", "/shop/tea"}},
	"/shop/tea": {"Tea", nil},
	"/team":     {"Team", []string{"/about"}},
}

type Crawler struct {
	web  Web
	seen map[string]string
	mu   sync.Mutex
	wg   sync.WaitGroup
}

func NewCrawler(w Web) *Crawler {
	return &Crawler{web: w, seen: make(map[string]string)}
}

func (c *Crawler) visit(url string, depth int) {
	defer c.wg.Done()
	if depth == 0 {
		return
	}
	page, ok := c.web[url]
	if !ok {
		return
	}
	c.mu.Lock()
	if _, done := c.seen[url]; done {
		c.mu.Unlock()
		return
	}
	c.seen[url] = page.Title
	c.mu.Unlock()
	for _, l := range page.Links {
		c.wg.Add(1)
		go c.visit(l, depth-1)
	}
}

func (c *Crawler) Run(start string) {
	c.wg.Add(1)
	go c.visit(start, 6)
	c.wg.Wait()
}

func main() {
	c := NewCrawler(web)
	c.Run("/")
	var urls []string
	for u := range c.seen {
		urls = append(urls, u)
	}
	sort.Strings(urls)
	for _, u := range urls {
		fmt.Println(u, c.seen[u])
	}
}
