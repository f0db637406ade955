// The program readers reads under RLock and writes under Lock.
package main

import (
	"fmt"
	"sync"
)

type config struct {
	mu     sync.RWMutex
	values map[string]string
	loads  int
}

func (c *config) get(key string) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.values[key]
	return v, ok
}

func (c *config) set(key, value string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.values[key] = value
	c.loads++
}

func (c *config) getOrSet(key, value string) string {
	if v, ok := c.get(key); ok {
		return v
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.values[key]; ok {
		return v
	}
	c.values[key] = value
	return value
}

func (c *config) count() int {
	c.mu.RLock()
	n := c.loads
	c.mu.RUnlock()
	return n
}

func main() {
	c := &config{values: make(map[string]string)}
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		wg.Add(2)
		go func() {
			defer wg.Done()
			c.set(name, "1")
		}()
		go func() {
			defer wg.Done()
			fmt.Println(c.getOrSet(name, "2"), c.count())
		}()
	}
	wg.Wait()
	fmt.Println(c.values, c.loads)
}
