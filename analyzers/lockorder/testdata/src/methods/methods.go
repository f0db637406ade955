// Package methods takes the second lock in a method that it calls.
package methods

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

func (a *Account) Add(n int) {
	a.mu.Lock() // want `likely deadlock: MoveTo locks a.mu \(methods.go:18\), then Add locks b.mu.*\(lock-order-instances\)`
	defer a.mu.Unlock()
	a.balance += n
}

func (a *Account) MoveTo(other *Account, n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance -= n
	other.Add(n)
}
