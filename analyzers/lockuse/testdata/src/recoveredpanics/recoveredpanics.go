// Package main recovers from a panic and forgets the lock that was held there.
package main

import (
	"fmt"
	"sync"
)

var (
	mu    sync.Mutex
	total int
)

// update runs f under the lock; a panic of f leaves it locked.
func update(f func(int) int) {
	mu.Lock() // want `on some way update leaves without unlocking mu.*recoveredpanics.go:16.*\(missing-unlock\)`
	total = f(total)
	mu.Unlock()
}

func try(f func(int) int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
	}()
	update(f)
}

func main() {
	try(func(n int) int {
		if n == 0 {
			panic("nothing there yet")
		}
		return n + 1
	})
	try(func(n int) int { return n + 2 })
}
