// Package parentchild has locks of several types, taken from the outside in.
package parentchild

import "sync"

type Bank struct {
	mu       sync.Mutex
	branches []*Branch
}

type Branch struct {
	mu       sync.Mutex
	accounts []*Account
}

type Account struct {
	mu      sync.Mutex
	balance int
}

func (b *Bank) Total() (sum int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, branch := range b.branches {
		sum += branch.Total()
	}
	return sum
}

func (b *Branch) Total() (sum int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, a := range b.accounts {
		a.mu.Lock()
		sum += a.balance
		a.mu.Unlock()
	}
	return sum
}

func (b *Branch) Open(initial int) *Account {
	a := &Account{balance: initial}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.accounts = append(b.accounts, a)
	return a
}

// Merge takes other's accounts away before it locks b.
func (b *Branch) Merge(other *Branch) {
	other.mu.Lock()
	accounts := other.accounts
	other.accounts = nil
	other.mu.Unlock()
	b.mu.Lock()
	b.accounts = append(b.accounts, accounts...)
	b.mu.Unlock()
}
