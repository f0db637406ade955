// Package main waits for its workers while somebody receives what they send.
package main

import (
	"fmt"
	"sync"
)

type crawl struct {
	wg    sync.WaitGroup
	pages chan string
}

func (c *crawl) fetch(url string) {
	defer c.wg.Done()
	c.pages <- "page of " + url
}

func (c *crawl) start(urls []string) {
	for _, url := range urls {
		c.wg.Add(1)
		go c.fetch(url)
	}
}

// beside waits in a goroutine of its own.
func beside(urls []string) (list []string) {
	c := &crawl{pages: make(chan string)}
	c.start(urls)
	go func() {
		c.wg.Wait()
		close(c.pages)
	}()
	for page := range c.pages {
		list = append(list, page)
	}
	return list
}

// roomy waits first: there is room for all.
func roomy(urls []string) (list []string) {
	c := &crawl{pages: make(chan string, len(urls))}
	c.start(urls)
	c.wg.Wait()
	close(c.pages)
	for page := range c.pages {
		list = append(list, page)
	}
	return list
}

// collected waits while another goroutine collects, and then for that one.
func collected(urls []string) (list []string) {
	c := &crawl{pages: make(chan string)}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for page := range c.pages {
			list = append(list, page)
		}
	}()
	c.start(urls)
	c.wg.Wait()
	close(c.pages)
	<-done
	return list
}

func main() {
	urls := []string{"a", "b"}
	fmt.Println(len(beside(urls)), len(roomy(urls)), len(collected(urls)))
}
