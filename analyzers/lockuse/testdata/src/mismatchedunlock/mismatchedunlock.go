// Package main releases a write lock as if it were a read lock, in a function of
// its own.
package main

import (
	"fmt"
	"sync"
)

type settings struct {
	mu     sync.RWMutex
	values map[string]string
}

func (s *settings) done() {
	s.mu.RUnlock() // want `^panic: done unlocks s.mu, which is not locked at this point \(unlock-of-unlocked\)`
}

func (s *settings) set(key, value string) {
	s.mu.Lock()
	s.values[key] = value
	s.done()
}

func main() {
	s := &settings{values: make(map[string]string)}
	s.set("colour", "green")
	fmt.Println(s.values)
}
