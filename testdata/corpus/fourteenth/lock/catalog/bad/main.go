package main

import (
	"fmt"
	"iter"
	"strings"
	"sync"
)

type catalog struct {
	mu    sync.RWMutex
	price map[string]int
	blurb map[string]string
}

func (c *catalog) all() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		c.mu.RLock() // BUG: recursive-rlock
		defer c.mu.RUnlock()
		for k, p := range c.price {
			if !yield(k, p) {
				return
			}
		}
	}
}

func (c *catalog) describe(k string) string {
	c.mu.RLock() // BUG: recursive-rlock
	defer c.mu.RUnlock()
	if b, ok := c.blurb[k]; ok {
		return b
	}
	return "no description"
}

func (c *catalog) reprice(k string, p int) {
	c.mu.Lock() // BUG: recursive-rlock
	defer c.mu.Unlock()
	c.price[k] = p
}

func brochure(c *catalog) string {
	var b strings.Builder
	for k, p := range c.all() { // BUG: recursive-rlock
		fmt.Fprintf(&b, "%-8s %4d  %s\n", k, p, c.describe(k)) // BUG: recursive-rlock
	}
	return b.String()
}

func main() {
	c := &catalog{
		price: map[string]int{"lamp": 40, "desk": 210, "stool": 65},
		blurb: map[string]string{"lamp": "brass, dimmable", "desk": "solid beech"},
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range 5000 {
			c.reprice("lamp", 40+i%5)
		}
	}()
	lines := 0
	for range 1000 {
		lines += strings.Count(brochure(c), "\n")
	}
	<-done
	fmt.Println(lines, "lines printed")
}
