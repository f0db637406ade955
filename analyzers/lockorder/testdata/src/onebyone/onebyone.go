// Package onebyone never holds two locks at once.
package onebyone

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

func (a *Account) add(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
}

func (a *Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

func Transfer(from, to *Account, n int) {
	from.add(-n)
	to.add(n)
}

func Sum(accounts []*Account) (sum int) {
	for _, a := range accounts {
		sum += a.Balance()
	}
	return sum
}

// Compare copies under one lock, then under the other.
func (a *Account) Compare(other *Account) int {
	a.mu.Lock()
	mine := a.balance
	a.mu.Unlock()
	other.mu.Lock()
	defer other.mu.Unlock()
	return mine - other.balance
}

// Try does not wait for the second lock.
func (a *Account) Try(other *Account) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !other.mu.TryLock() {
		return false
	}
	defer other.mu.Unlock()
	a.balance += other.balance
	return true
}
