// Package rereads takes the read lock again, through another method.
package rereads

import "sync"

type Config struct {
	mu     sync.RWMutex
	values map[string]string
}

func (c *Config) Get(key string) string {
	c.mu.RLock() // want `^likely deadlock: Get takes the read lock of c.mu, which the same goroutine holds since rereads.go:18; a writer that asks for it in between stops both.*\(recursive-rlock\)`
	defer c.mu.RUnlock()
	return c.values[key]
}

func (c *Config) Address() string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.Get("host") + ":" + c.values["port"]
}

func (c *Config) Set(key, value string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.values[key] = value
}
