// Package main writes after it has looked under the read lock, and waits for nobody.
package main

import (
	"fmt"
	"sync"
)

type cache struct {
	mu     sync.RWMutex
	values map[string]string
	statMu sync.RWMutex
	misses int
}

func load(key string) string { return "value of " + key }

// get releases the read lock before it asks for the write lock.
func (c *cache) get(key string) string {
	c.mu.RLock()
	value, ok := c.values[key]
	c.mu.RUnlock()
	if ok {
		return value
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if value, ok := c.values[key]; ok {
		return value
	}
	c.values[key] = load(key)
	return c.values[key]
}

// peek takes another write lock under the read lock.
func (c *cache) peek(key string) string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	value, ok := c.values[key]
	if !ok {
		c.statMu.Lock()
		c.misses++
		c.statMu.Unlock()
	}
	return value
}

// copyTo holds its read lock and the write lock of another cache.
func (c *cache) copyTo(other *cache) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	other.mu.Lock()
	defer other.mu.Unlock()
	for k, v := range c.values {
		other.values[k] = v
	}
}

// tidy gives up when somebody reads.
func (c *cache) tidy() bool {
	c.mu.RLock()
	n := len(c.values)
	c.mu.RUnlock()
	if n < 10 || !c.mu.TryLock() {
		return false
	}
	clear(c.values)
	c.mu.Unlock()
	return true
}

func main() {
	c := &cache{values: make(map[string]string)}
	backup := &cache{values: make(map[string]string)}
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println(c.get("a")) })
	wg.Go(func() { fmt.Println(c.get("a"), c.tidy()) })
	wg.Go(func() { fmt.Println(c.peek("b")) })
	wg.Go(func() { c.copyTo(backup) })
	wg.Wait()
}
