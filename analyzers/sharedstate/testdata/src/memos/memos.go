// Package main caches results: one Once for each key, and one flight for each call.
package main

import (
	"fmt"
	"sync"
	"time"
)

// memo with double-checked load under per-key locks
type entry struct {
	once sync.Once
	val  string
	err  error
}

type memo struct {
	mu sync.Mutex
	m  map[string]*entry
}

func (m *memo) get(key string, f func(string) (string, error)) (string, error) {
	m.mu.Lock()
	e := m.m[key]
	if e == nil {
		e = &entry{}
		m.m[key] = e
	}
	m.mu.Unlock()
	e.once.Do(func() { e.val, e.err = f(key) })
	return e.val, e.err
}

// singleflight
type call struct {
	wg  sync.WaitGroup
	val int
}

type flight struct {
	mu    sync.Mutex
	calls map[string]*call
}

func (f *flight) do(key string, fn func() int) int {
	f.mu.Lock()
	if c, ok := f.calls[key]; ok {
		f.mu.Unlock()
		c.wg.Wait()
		return c.val
	}
	c := &call{}
	c.wg.Add(1)
	f.calls[key] = c
	f.mu.Unlock()
	c.val = fn()
	c.wg.Done()
	f.mu.Lock()
	delete(f.calls, key)
	f.mu.Unlock()
	return c.val
}

func main() {
	m := &memo{m: map[string]*entry{}}
	f := &flight{calls: map[string]*call{}}
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			v, _ := m.get("a", func(s string) (string, error) { return s + s, nil })
			fmt.Println(v, f.do("k", func() int { time.Sleep(1); return 1 }))
		}()
	}
	wg.Wait()
}
