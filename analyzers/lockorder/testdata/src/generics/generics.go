// Package main merges generic values both ways.
package main

import (
	"fmt"
	"sync"
)

type guarded[T any] struct {
	mu sync.Mutex
	v  T
}

func merge[T any](a, b *guarded[T], f func(T, T) T) {
	a.mu.Lock()
	defer a.mu.Unlock()
	b.mu.Lock() // want `^deadlock: merge locks .*.*\(lock-order-instances\)`
	defer b.mu.Unlock()
	a.v = f(a.v, b.v)
}

func main() {
	x, y := &guarded[int]{v: 1}, &guarded[int]{v: 2}
	add := func(a, b int) int { return a + b }
	done := make(chan struct{})
	go func() {
		merge(x, y, add)
		close(done)
	}()
	merge(y, x, add)
	<-done
	fmt.Println(x.v, y.v)
}
