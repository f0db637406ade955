package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
)

var errGone = errors.New("gone")

// loader gets the links of a page.
type loader interface {
	load(url string) ([]string, error)
}

type fakeWeb map[string][]string

func (w fakeWeb) load(url string) ([]string, error) {
	time.Sleep(200 * time.Microsecond)
	links, ok := w[url]
	if !ok {
		return nil, errGone
	}
	return links, nil
}

type result struct {
	url   string
	depth int
	links []string
	err   error
}

type task struct {
	url   string
	depth int
}

// coordinator owns all maps; workers only see tasks and results.
type coordinator struct {
	web      loader
	workers  int
	maxDepth int
	seen     map[string]bool
	broken   map[string]error
	backlog  []task
}

func newCoordinator(web loader, workers, maxDepth int) *coordinator {
	return &coordinator{
		web:      web,
		workers:  workers,
		maxDepth: maxDepth,
		seen:     make(map[string]bool),
		broken:   make(map[string]error),
	}
}

func (c *coordinator) add(url string, depth int) {
	if depth > c.maxDepth || c.seen[url] {
		return
	}
	c.seen[url] = true
	c.backlog = append(c.backlog, task{url, depth})
}

func (c *coordinator) accept(r result) {
	if r.err != nil {
		c.broken[r.url] = r.err
		return
	}
	for _, l := range r.links {
		c.add(l, r.depth+1)
	}
}

func (c *coordinator) crawl(start string) {
	tasks := make(chan task)
	results := make(chan result)
	var wg sync.WaitGroup
	for range c.workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for t := range tasks {
				links, err := c.web.load(t.url)
				results <- result{t.url, t.depth, links, err}
			}
		}()
	}
	c.add(start, 0)
	running := 0
	for running > 0 || len(c.backlog) > 0 {
		var out chan<- task
		var next task
		if len(c.backlog) > 0 {
			out, next = tasks, c.backlog[0]
		}
		select {
		case out <- next:
			c.backlog = c.backlog[1:]
			running++
		case r := <-results:
			running--
			c.accept(r)
		}
	}
	close(tasks)
	wg.Wait()
}

func main() {
	web := fakeWeb{
		"/":     {"/a", "/b", "/c"},
		"/a":    {"/a/1", "/a/2", "/"},
		"/b":    {"/lost", "/a"},
		"/c":    nil,
		"/a/1":  {"/deep"},
		"/a/2":  {"/b"},
		"/deep": {"/deeper"},
	}
	c := newCoordinator(web, 3, 3)
	c.crawl("/")
	fmt.Println(slices.Sorted(maps.Keys(c.seen)))
	for url, err := range c.broken {
		fmt.Println(url, err)
	}
}
