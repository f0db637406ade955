package main

import (
	"fmt"
	"sync"
	"time"
)

type catalog struct {
	ready chan struct{}
	items map[string]int
	err   error
}

func open() *catalog {
	c := &catalog{ready: make(chan struct{})}
	go c.load()
	return c
}

func (c *catalog) load() {
	defer close(c.ready)
	time.Sleep(time.Millisecond)
	c.items = map[string]int{"cup": 3, "plate": 5}
	c.err = nil
}

func (c *catalog) price(name string) (int, error) {
	<-c.ready
	return c.items[name], c.err
}

func main() {
	c := open()
	var wg sync.WaitGroup
	for _, n := range []string{"cup", "plate", "fork"} {
		wg.Go(func() {
			p, err := c.price(n)
			fmt.Println(n, p, err)
		})
	}
	wg.Wait()
}
