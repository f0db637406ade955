// Package main locks through closures and method values.
package main

import "sync"

type box struct {
	mu sync.Mutex
	n  int
}

func (b *box) with(f func()) {
	b.mu.Lock() // want `deadlock: with locks .*\(lock-order-instances\)`
	defer b.mu.Unlock()
	f()
}

func swap(a, b *box) {
	a.with(func() {
		b.with(func() { a.n, b.n = b.n, a.n })
	})
}

func main() {
	a, b := &box{n: 1}, &box{n: 2}
	var wg sync.WaitGroup
	wg.Go(func() { swap(a, b) })
	wg.Go(func() { swap(b, a) })
	wg.Wait()
}
