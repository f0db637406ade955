// Package arguments locks two of its arguments in the order in which they come.
package arguments

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

func Transfer(from, to *Account, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock() // related `^goroutine 2 waits for a\.mu \(lock-order-instances\)$` // want `likely deadlock: Transfer locks a.mu, then b.mu; Transfer\(b, a, n\) locks them the other way round, and both wait for ever \(lock-order-instances\)`
	defer to.mu.Unlock()
	from.balance -= n
	to.balance += n
}

func (a *Account) Richer(other *Account) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	other.mu.Lock() // related `^goroutine 2 waits for a\.mu \(lock-order-instances\)$` // want `likely deadlock: Richer locks a.mu, then b.mu.*\(lock-order-instances\)`
	defer other.mu.Unlock()
	return a.balance > other.balance
}
