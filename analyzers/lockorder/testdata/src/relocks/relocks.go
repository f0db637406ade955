// Package main locks in a method what the method that calls it holds.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) funds() int {
	a.mu.Lock() // want `^deadlock: funds locks a.mu, which the same goroutine holds since relocks.go:21; Go's locks cannot be taken twice.*\(relock\)`
	defer a.mu.Unlock()
	return a.balance
}

func (a *account) withdraw(n int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.funds() < n {
		return false
	}
	a.balance -= n
	return true
}

func main() {
	a := &account{balance: 10}
	fmt.Println(a.withdraw(5))
}
