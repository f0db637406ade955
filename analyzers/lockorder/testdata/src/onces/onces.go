// Package main has Onces inside of Onces that do not wait for themselves.
package main

import (
	"fmt"
	"sync"
)

type config struct {
	once  sync.Once
	debug bool
	path  string
	names sync.Once
	list  []string
}

func (c *config) load() {
	c.once.Do(func() {
		c.debug = true
		c.path = pathOf(c.debug)
		c.words() // another Once
	})
}

func pathOf(debug bool) string {
	if debug {
		return "debug.conf"
	}
	return "app.conf"
}

func (c *config) words() []string {
	c.names.Do(func() { c.list = []string{"a", "b"} })
	return c.list
}

// A layer loads the one below it, which has a Once of its own.
type layer struct {
	once  sync.Once
	below *layer
	depth int
}

func (l *layer) load() int {
	l.once.Do(func() {
		l.depth = 1
		if l.below != nil {
			l.depth += l.below.load()
		}
	})
	return l.depth
}

func main() {
	c := &config{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(c.load)
	}
	wg.Wait()
	fmt.Println(c.path, c.list, (&layer{below: &layer{}}).load())
}
