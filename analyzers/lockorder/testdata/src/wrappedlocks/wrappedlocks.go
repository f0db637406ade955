// Package main has accounts with methods of their own to lock them: what is told stands where
// these methods are called.
package main

import "sync"

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) lock() { a.mu.Lock() }

func (a *account) unlock() { a.mu.Unlock() }

func transfer(from, to *account, n int) {
	from.lock()
	defer from.unlock()
	to.lock() // want `^deadlock: transfer locks a.mu, then b.mu; the goroutine of wrappedlocks.go:\d+ locks them the other way round, and both wait for ever \(lock-order-instances\)$`
	defer to.unlock()
	from.balance -= n
	to.balance += n
}

func (a *account) total() int {
	a.lock()
	defer a.unlock()
	return a.sum()
}

func (a *account) sum() int {
	a.lock() // want `^deadlock: sum locks a.mu, which the same goroutine holds since wrappedlocks.go:26; .* \(relock\)$`
	defer a.unlock()
	return a.balance
}

func main() {
	a, b := &account{}, &account{}
	var wg sync.WaitGroup
	wg.Go(func() { transfer(a, b, 1) })
	wg.Go(func() { transfer(b, a, 1) })
	wg.Wait()
	c := &account{}
	println(c.total())
}
