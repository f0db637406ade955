// Package main takes read locks in ways that stop nobody.
package main

import (
	"fmt"
	"sync"
)

type config struct {
	mu     sync.RWMutex
	values map[string]string
	base   *config
}

// get needs c.mu.
func (c *config) get(key string) string { return c.values[key] }

func (c *config) address() string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.get("host") + ":" + c.get("port")
}

// lookup holds its own read lock while it asks another instance.
func (c *config) lookup(key string) string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if v, ok := c.values[key]; ok || c.base == nil {
		return v
	}
	return c.base.lookup(key)
}

// both takes the read lock twice, one after the other.
func (c *config) both() string {
	c.mu.RLock()
	host := c.values["host"]
	c.mu.RUnlock()
	c.mu.RLock()
	defer c.mu.RUnlock()
	return host + c.values["port"]
}

func (c *config) set(key, value string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.values[key] = value
}

// A table is never written once it is made: its read locks may nest.
type table struct {
	mu   sync.RWMutex
	rows []int
}

func (t *table) row(i int) int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.rows[i]
}

func (t *table) sum() (n int) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	for i := range t.rows {
		n += t.row(i)
	}
	return n
}

func main() {
	c := &config{values: map[string]string{}, base: &config{values: map[string]string{}}}
	t := &table{rows: []int{1, 2}}
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println(c.address(), c.both()) })
	wg.Go(func() { fmt.Println(c.lookup("port")) })
	wg.Go(func() { c.set("host", "here") })
	wg.Go(func() { c.base.set("port", "80") })
	wg.Go(func() { fmt.Println(t.sum()) })
	wg.Wait()
}
