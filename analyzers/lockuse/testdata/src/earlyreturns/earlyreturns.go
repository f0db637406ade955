// Package main leaves a lock held on the way out that nobody tries.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) withdraw(n int) error {
	a.mu.Lock() // want `^deadlock: on some way withdraw leaves without unlocking a.mu; whoever locks it next, at earlyreturns.go:16, waits for ever \(missing-unlock\)`
	if n > a.balance {
		return errors.New("not enough money")
	}
	a.balance -= n
	a.mu.Unlock()
	return nil
}

func main() {
	a := &account{balance: 10}
	for _, n := range []int{3, 30, 5} {
		fmt.Println(a.withdraw(n))
	}
}
