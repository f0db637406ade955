// Package main has accounts whose methods ask each other.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) current() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

func (a *account) withdraw(n int) bool {
	if a.current() < n {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance -= n // want `^likely lost decision: withdraw asks current and then changes a.balance, each under its own lock of mu.*\(check-then-act\)`
	return true
}

// careful looks again once it has the lock.
func (a *account) careful(n int) bool {
	if a.current() < n {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.balance < n {
		return false
	}
	a.balance -= n
	return true
}

// report only prints what it asked.
func (a *account) report() {
	if a.current() < 0 {
		fmt.Println("overdrawn")
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance++
}

func main() {
	a := &account{balance: 100}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { a.withdraw(60) })
		wg.Go(func() { a.careful(60) })
		wg.Go(func() { a.report() })
	}
	wg.Wait()
}
