// Package main locks two values one way only, however they are asked for.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	id      int
	mu      sync.Mutex
	balance int
}

type pair struct{ low, high *account }

func sorted(a, b *account) pair {
	if a.id < b.id {
		return pair{a, b}
	}
	return pair{b, a}
}

func (p pair) lock() {
	p.low.mu.Lock()
	p.high.mu.Lock()
}

func (p pair) unlock() {
	p.high.mu.Unlock()
	p.low.mu.Unlock()
}

func transfer(from, to *account, n int) {
	p := sorted(from, to)
	p.lock()
	defer p.unlock()
	from.balance -= n
	to.balance += n
}

func main() {
	a, b := &account{id: 1}, &account{id: 2}
	var wg sync.WaitGroup
	wg.Go(func() { transfer(a, b, 1) })
	wg.Go(func() { transfer(b, a, 2) })
	wg.Wait()
	fmt.Println(a.balance, b.balance)
}
