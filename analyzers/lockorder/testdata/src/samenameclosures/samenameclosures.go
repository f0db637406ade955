// Package main locks in one method that closures call: the message tells the two
// locks apart, although both go by the receiver's name there.
package main

import "sync"

type box struct {
	mu sync.Mutex
	n  int
}

func (b *box) with(f func()) {
	b.mu.Lock() // want `with locks (x.mu, then y.mu|y.mu, then x.mu).*\(lock-order-instances\)`
	defer b.mu.Unlock()
	f()
}

func swap(x, y *box) {
	x.with(func() {
		y.with(func() { x.n, y.n = y.n, x.n })
	})
}

func main() {
	a, b := &box{n: 1}, &box{n: 2}
	done := make(chan struct{})
	go func() {
		defer close(done)
		swap(a, b)
	}()
	swap(b, a)
	<-done
}
