// Package rereadsfields takes the read lock of a field again, beside a writer.
package rereadsfields

import (
	"sync"
	"testing"
)

type config struct {
	mu     sync.RWMutex
	values map[string]string
}

func (c *config) get(key string) string {
	c.mu.RLock() // want `get takes the read lock of c.mu, which the same goroutine holds since rereadsfields_test.go:21; a writer that asks for it in between stops both.*\(recursive-rlock\)`
	defer c.mu.RUnlock()
	return c.values[key]
}

func (c *config) address() string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.get("host") + ":" + c.values["port"]
}

func (c *config) set(key, value string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.values[key] = value
}

func TestAddress(t *testing.T) {
	c := &config{values: make(map[string]string)}
	var wg sync.WaitGroup
	wg.Go(func() { c.set("host", "here") })
	t.Log(c.address())
	wg.Wait()
}
