// Package main asks for the write lock while it holds the read lock.
package main

import (
	"fmt"
	"sync"
)

type cache struct {
	mu     sync.RWMutex
	values map[string]string
}

func load(key string) string { return "value of " + key }

func (c *cache) get(key string) string {
	c.mu.RLock() // related `^the lock is taken here first \(lock-upgrade\)$`
	defer c.mu.RUnlock()
	value, ok := c.values[key]
	if !ok {
		value = load(key)
		c.mu.Lock() // want `^deadlock: get locks c.mu, which the same goroutine holds since upgrades.go:17; a read lock cannot become a write lock.*\(lock-upgrade\)`
		c.values[key] = value
		c.mu.Unlock()
	}
	return value
}

func main() {
	c := &cache{values: make(map[string]string)}
	fmt.Println(c.get("a"))
}
