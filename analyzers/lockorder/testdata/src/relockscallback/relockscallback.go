// Package main calls back under its lock, and the callback uses the same object.
package main

import (
	"fmt"
	"sync"
)

type registry struct {
	mu    sync.Mutex
	names []string
}

func (r *registry) each(f func(name string)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, n := range r.names {
		f(n)
	}
}

func (r *registry) size() int {
	r.mu.Lock() // want `^deadlock: size locks r.mu, which the same goroutine holds since relockscallback.go:15.*\(relock\)`
	defer r.mu.Unlock()
	return len(r.names)
}

func main() {
	r := &registry{names: []string{"ann", "bob"}}
	r.each(func(name string) {
		fmt.Println(name, "is one of", r.size())
	})
}
