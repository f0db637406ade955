// Package main reads under the Locker that RLocker returns, which is the read
// lock of the same RWMutex.
package main

import (
	"fmt"
	"sync"
)

type config struct {
	mu    sync.RWMutex
	loads int
}

func (c *config) set() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.loads++
}

func (c *config) count() int {
	l := c.mu.RLocker()
	l.Lock()
	defer l.Unlock()
	return c.loads
}

func main() {
	c := &config{}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		c.set()
	}()
	go func() {
		defer wg.Done()
		fmt.Println(c.count())
	}()
	wg.Wait()
}
