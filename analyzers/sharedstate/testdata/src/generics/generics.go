// Package generics guards the state of generic types.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

type cache[K comparable, V any] struct {
	mu      sync.Mutex
	entries map[K]V
	misses  int
}

func newCache[K comparable, V any]() *cache[K, V] {
	return &cache[K, V]{entries: make(map[K]V)}
}

func (c *cache[K, V]) get(key K, load func(K) V) V {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.entries[key]
	if !ok {
		c.misses++
		v = load(key)
		c.entries[key] = v
	}
	return v
}

func (c *cache[K, V]) stats() (size, misses int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.entries), c.misses
}

// A guarded value is only reached through do.
type guarded[T any] struct {
	mu    sync.Mutex
	value T
}

func (g *guarded[T]) do(f func(*T)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	f(&g.value)
}

type set[T cmp.Ordered] struct {
	guarded[map[T]bool]
}

func (s *set[T]) add(v T) {
	s.do(func(m *map[T]bool) {
		if *m == nil {
			*m = make(map[T]bool)
		}
		(*m)[v] = true
	})
}

func (s *set[T]) sorted() (list []T) {
	s.do(func(m *map[T]bool) {
		for v := range *m {
			list = append(list, v)
		}
	})
	slices.Sort(list)
	return list
}

func parallel[T any](items []T, f func(T)) {
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(item)
		}()
	}
	wg.Wait()
}

func main() {
	c := newCache[string, int]()
	var s set[string]
	parallel([]string{"one", "three"}, func(word string) {
		c.get(word, func(w string) int { return len(w) })
		s.add(word)
	})
	fmt.Println(c.stats())
	fmt.Println(s.sorted())
}
