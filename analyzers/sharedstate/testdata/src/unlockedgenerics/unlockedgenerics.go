// Package main forgets the lock of a generic type.
package main

import (
	"fmt"
	"sync"
)

type cache[K comparable, V any] struct {
	mu      sync.RWMutex
	entries map[K]V
}

func (c *cache[K, V]) put(key K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[key] = v
}

func (c *cache[K, V]) get(key K) (V, bool) {
	v, ok := c.entries[key] // want `^data race: get reads c.entries without c.mu.*\(unlocked-field\)`
	return v, ok
}

func main() {
	c := &cache[string, int]{entries: make(map[string]int)}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		c.put("a", 1)
	}()
	go func() {
		defer wg.Done()
		fmt.Println(c.get("a"))
	}()
	wg.Wait()
}
