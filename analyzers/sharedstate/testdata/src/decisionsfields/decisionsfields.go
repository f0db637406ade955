// Package decisionsfields gives its lock up between the look and the change.
package decisionsfields

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

func audit() {}

func (a *Account) Withdraw(n int) bool {
	a.mu.Lock()
	enough := a.balance >= n
	a.mu.Unlock()
	if !enough {
		return false
	}
	audit()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance -= n // want `^likely lost decision: Withdraw checks a.balance, gives up a.mu and takes it again before it changes a.balance.*\(check-then-act\)`
	return true
}
