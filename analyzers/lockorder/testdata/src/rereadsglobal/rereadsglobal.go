// Package main walks a tree under the read lock and asks a function that takes it
// again, while a writer may come.
package main

import (
	"fmt"
	"sync"
)

var (
	mu    sync.RWMutex
	sizes = map[string]int{"a": 1, "b": 2}
)

func size(name string) int {
	mu.RLock() // want `^deadlock: size takes the read lock of mu, which the same goroutine holds since rereadsglobal.go:22;.*\(recursive-rlock\)`
	defer mu.RUnlock()
	return sizes[name]
}

func total() int {
	mu.RLock()
	defer mu.RUnlock()
	return size("a") + len(sizes)
}

func main() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		mu.Lock()
		defer mu.Unlock()
		sizes["c"] = 3
	}()
	fmt.Println(total())
	<-done
}
