// Package main starts goroutines while it is initialised, and waits for them or takes their lock
// before it uses what they use.
package main

import (
	"fmt"
	"sync"
)

var (
	mu     sync.Mutex
	hits   int
	loaded = make(chan struct{})
	names  []string
)

var ages = map[string]int{"ann": 31} // made before any goroutine starts

func init() {
	go func() {
		names = append(names, "ann")
		close(loaded)
	}()
	go func() {
		mu.Lock()
		defer mu.Unlock()
		hits += ages["ann"]
	}()
}

func main() {
	<-loaded
	names = append(names, "bob")
	mu.Lock()
	hits++
	mu.Unlock()
	fmt.Println(names, ages["ann"])
}
