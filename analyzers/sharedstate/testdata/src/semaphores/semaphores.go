// Package semaphores uses channels of one place as locks.
package main

import (
	"fmt"
	"sync"
)

type counter struct {
	lock chan struct{}
	n    int
}

func newCounter() *counter { return &counter{lock: make(chan struct{}, 1)} }

func (c *counter) inc() {
	c.lock <- struct{}{}
	c.n++
	<-c.lock
}

func (c *counter) value() int {
	c.lock <- struct{}{}
	defer func() { <-c.lock }()
	return c.n
}

// A vault keeps its content in the channel itself.
type vault struct{ content chan map[string]int }

func newVault() *vault {
	v := &vault{content: make(chan map[string]int, 1)}
	v.content <- map[string]int{}
	return v
}

func (v *vault) put(key string) {
	m := <-v.content
	m[key]++
	v.content <- m
}

func main() {
	c, v := newCounter(), newVault()
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.inc()
			v.put("a")
		}()
	}
	wg.Wait()
	fmt.Println(c.value(), <-v.content)
}
