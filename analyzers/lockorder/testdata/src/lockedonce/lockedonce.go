// Package main looks as if it locked twice, and does not.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
	parent  *account
}

// fundsLocked needs a.mu.
func (a *account) fundsLocked() int { return a.balance }

func (a *account) funds() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.fundsLocked()
}

func (a *account) withdraw(n int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.fundsLocked() < n {
		return false
	}
	a.balance -= n
	return true
}

// total locks the parent, which is another account.
func (a *account) total() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.parent == nil {
		return a.balance
	}
	return a.balance + a.parent.total()
}

// report releases the lock before it asks again.
func (a *account) report() string {
	a.mu.Lock()
	name := fmt.Sprintf("%p", a)
	a.mu.Unlock()
	return fmt.Sprint(name, a.funds())
}

// later asks in a goroutine of its own, for which nobody waits under the lock.
func (a *account) later(out chan<- int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	go func() { out <- a.funds() }()
	a.balance++
}

func main() {
	a := &account{balance: 10, parent: &account{balance: 1}}
	fmt.Println(a.withdraw(5), a.total(), a.report())
	out := make(chan int)
	a.later(out)
	fmt.Println(<-out)
}
