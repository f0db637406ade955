// Package interfaces reaches guarded state through interfaces with several implementations.
package main

import (
	"fmt"
	"sync"
)

type store interface {
	put(key string, n int)
	get(key string) int
}

type memory struct {
	mu   sync.Mutex
	data map[string]int
}

func (m *memory) put(key string, n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.data[key] = n
}

func (m *memory) get(key string) int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.data[key]
}

// counting wraps another store and has a lock of its own.
type counting struct {
	store
	lock sync.Locker
	gets int
}

func (c *counting) get(key string) int {
	c.lock.Lock()
	c.gets++
	c.lock.Unlock()
	return c.store.get(key)
}

// single is for one goroutine: it has no lock and needs none.
type single map[string]int

func (s single) put(key string, n int) { s[key] = n }
func (s single) get(key string) int    { return s[key] }

func use(s store) int {
	var wg sync.WaitGroup
	for _, key := range []string{"a", "b"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.put(key, len(key))
			s.get(key)
		}()
	}
	wg.Wait()
	return s.get("a")
}

func alone(s store) int {
	s.put("a", 1)
	return s.get("a")
}

func main() {
	m := &memory{data: make(map[string]int)}
	c := &counting{store: m, lock: &sync.Mutex{}}
	fmt.Println(use(m), use(c), c.gets, alone(single{}))
}
