// Package main defers the unlock of each turn to the end of the function.
package main

import (
	"fmt"
	"sync"
)

type registry struct {
	mu    sync.Mutex
	names map[string]bool
}

func (r *registry) addAll(names []string) {
	for _, name := range names {
		r.mu.Lock() // want `^deadlock: the next turn of the loop locks r.mu again, but the deferred unlock waits for the end of addAll \(defer-unlock-in-loop\)`
		defer r.mu.Unlock()
		r.names[name] = true
	}
}

func main() {
	r := &registry{names: make(map[string]bool)}
	r.addAll([]string{"ann", "bob"})
	fmt.Println(len(r.names))
}
