// Package acct has accounts that their users lock.
package acct

import "sync"

// An Account is locked by its methods.
type Account struct {
	mu      sync.Mutex
	balance int
}

func (a *Account) Lock() { a.mu.Lock() }

func (a *Account) Unlock() { a.mu.Unlock() }

// Add changes the balance; the caller holds the lock.
func (a *Account) Add(n int) { a.balance += n }

// A Vault is locked by its field.
type Vault struct {
	Mu   sync.RWMutex
	Gold int
}
