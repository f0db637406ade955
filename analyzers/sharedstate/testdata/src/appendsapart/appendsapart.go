// Package main appends in several goroutines, each to what is its own.
package main

import (
	"fmt"
	"sync"
)

func get(url string) string { return "page of " + url }

// indexed gives each goroutine an element.
func indexed(urls []string) []string {
	pages := make([]string, len(urls))
	var wg sync.WaitGroup
	for i, url := range urls {
		wg.Go(func() { pages[i] = get(url) })
	}
	wg.Wait()
	return pages
}

// lists gives each goroutine a slice, inside of one slice of slices.
func lists(urls []string) (all []string) {
	parts := make([][]string, 2)
	var wg sync.WaitGroup
	for i := range parts {
		wg.Go(func() {
			for _, url := range urls {
				parts[i] = append(parts[i], get(url))
			}
		})
	}
	wg.Wait()
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

// received has one goroutine that appends.
func received(urls []string) (all []string) {
	ch := make(chan string)
	for _, url := range urls {
		go func() { ch <- get(url) }()
	}
	for range urls {
		all = append(all, <-ch)
	}
	return all
}

// clipped appends to one backing array, of which each has a part with its own end.
func clipped(urls []string) [][]string {
	back := make([]string, 4)
	parts := [][]string{back[0:0:2], back[2:2:4]}
	var wg sync.WaitGroup
	for i := range parts {
		wg.Go(func() {
			for _, url := range urls {
				parts[i] = append(parts[i], get(url))
			}
		})
	}
	wg.Wait()
	return parts
}

type crawl struct {
	mu    sync.Mutex
	pages []string
}

func (c *crawl) keep(page string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pages = append(c.pages, page)
}

func main() {
	urls := []string{"a", "b"}
	fmt.Println(indexed(urls), lists(urls), len(received(urls)), clipped(urls))
	c := &crawl{}
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Go(func() { c.keep(get(url)) })
	}
	wg.Wait()
	fmt.Println(len(c.pages))
}
