package main

import (
	"fmt"
	"sync"
)

type change struct {
	key      string
	old, new int
}

type watcher func(change)

type settings struct {
	mu       sync.Mutex
	values   map[string]int
	watchers map[string][]watcher
	version  int
}

func newSettings() *settings {
	return &settings{values: make(map[string]int), watchers: make(map[string][]watcher)}
}

func (s *settings) watch(key string, w watcher) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.watchers[key] = append(s.watchers[key], w)
}

func (s *settings) get(key string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.values[key]
}

func (s *settings) set(key string, v int) {
	c, ws := s.store(key, v)
	for _, w := range ws {
		w(c)
	}
}

// store changes the value and returns whom to tell.
func (s *settings) store(key string, v int) (change, []watcher) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := change{key, s.values[key], v}
	if c.old == c.new {
		return c, nil
	}
	s.values[key] = v
	s.version++
	ws := make([]watcher, len(s.watchers[key]))
	copy(ws, s.watchers[key])
	return c, ws
}

func main() {
	s := newSettings()
	s.watch("width", func(c change) { s.set("area", c.new*s.get("height")) })
	s.watch("height", func(c change) { s.set("area", s.get("width")*c.new) })
	s.watch("area", func(c change) {
		if c.new > 100 {
			s.set("width", s.get("width")/2)
		}
	})
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			s.set("width", 5+i)
			s.set("height", 10*i)
		})
	}
	wg.Wait()
	s.set("height", 0)
	fmt.Println(s.get("height"))
}
