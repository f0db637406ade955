package main

import (
	"fmt"
	"sync"
)

type shard struct {
	mu sync.Mutex
	m  map[string]int
}

type counter struct {
	shards [4]shard
}

func newCounter() *counter {
	c := &counter{}
	for i := range c.shards {
		c.shards[i].m = make(map[string]int)
	}
	return c
}

func (c *counter) add(key string) {
	s := c.shards[len(key)%4] // BUG: copied-lock
	s.mu.Lock()               // BUG: copied-lock
	defer s.mu.Unlock()
	s.m[key]++ // BUG: copied-lock, data-race, map-concurrent
}

func main() {
	c := newCounter()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 200 {
				c.add(fmt.Sprint("key", i%20))
			}
		})
	}
	wg.Wait()
	fmt.Println("counted")
}
