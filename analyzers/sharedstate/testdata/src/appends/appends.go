// Package main appends to one slice in a field, in several goroutines.
package main

import (
	"fmt"
	"sync"
)

type crawl struct{ pages []string }

func (c *crawl) keep(page string) {
	c.pages = append(c.pages, page) // want `^data race: keep appends to c.pages while another call of keep appends to it: elements get lost \(concurrent-append\)`
}

func (c *crawl) fetch(url string) { c.keep("page of " + url) }

func main() {
	c := &crawl{}
	var wg sync.WaitGroup
	for _, url := range []string{"a", "b"} {
		wg.Go(func() { c.fetch(url) })
	}
	wg.Wait()
	fmt.Println(len(c.pages))
}
