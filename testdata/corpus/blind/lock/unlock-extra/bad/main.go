package main

import (
	"fmt"
	"strconv"
	"sync"
)

type Config struct {
	mu   sync.RWMutex
	vals map[string]int
}

func (c *Config) Set(key, raw string) error {
	c.mu.Lock()
	defer c.mu.Unlock() // BUG: unlock-of-unlocked
	v, err := strconv.Atoi(raw)
	if err != nil {
		c.mu.Unlock()                         // BUG: unlock-of-unlocked
		return fmt.Errorf("%s: %w", key, err) // BUG: unlock-of-unlocked
	}
	c.vals[key] = v
	return nil
}

func (c *Config) Get(key string) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.vals[key]
}

func main() {
	c := &Config{vals: map[string]int{}}
	fmt.Println(c.Set("port", "8080"))
	fmt.Println(c.Get("port"))
	fmt.Println(c.Set("port", "http") != nil)
}
