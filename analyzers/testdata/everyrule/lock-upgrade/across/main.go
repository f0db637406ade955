// Command flags looks up feature flags and makes missing ones.
package main

import (
	"fmt"
	"sync"
)

type flags struct {
	mu sync.RWMutex
	on map[string]bool
}

func (f *flags) create(name string) bool {
	f.mu.Lock() // BUG?
	defer f.mu.Unlock()
	f.on[name] = name == "dark-mode"
	return f.on[name]
}

func (f *flags) enabled(name string) bool {
	f.mu.RLock()
	defer f.mu.RUnlock()
	if on, ok := f.on[name]; ok {
		return on
	}
	return f.create(name) // BUG?
}

func main() {
	f := &flags{on: map[string]bool{"search": true}}
	fmt.Println("search:", f.enabled("search"))
	fmt.Println("dark-mode:", f.enabled("dark-mode"))
}
