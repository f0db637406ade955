// Package main asks a function for the condition, and waits once in a literal.
package main

import (
	"fmt"
	"sync"
)

var (
	mu   sync.Mutex
	room = sync.NewCond(&mu)
	used int
)

func full() bool { return used >= 1 }

func enter() {
	mu.Lock()
	defer mu.Unlock()
	if full() {
		room.Wait() // want `stale condition: enter waits once, under an if.*\(cond-wait-without-loop\)`
	}
	used++
	if used > 1 {
		panic("too many")
	}
}

func leave() {
	mu.Lock()
	used--
	mu.Unlock()
	room.Signal()
}

func main() {
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			enter()
			leave()
		})
	}
	wg.Wait()
	fmt.Println(used)
}
