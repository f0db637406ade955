// Package main transfers both ways at once: the report is certain.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func transfer(from, to *account, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock() // want `^deadlock: transfer locks a.mu, then b.mu; .*program.go:31 locks them the other way round, and both wait for ever \(lock-order-instances\)`
	defer to.mu.Unlock()
	from.balance -= n
	to.balance += n
}

func main() {
	a, b := &account{balance: 10}, &account{balance: 10}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		transfer(a, b, 1)
	}()
	go func() { defer wg.Done(); transfer(b, a, 2) }()
	wg.Wait()
	fmt.Println(a.balance, b.balance)
}
