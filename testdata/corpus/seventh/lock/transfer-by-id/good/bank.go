// Package bank moves money between accounts.
package bank

import (
	"errors"
	"sync"
)

// ErrFunds is returned when an account holds too little.
var ErrFunds = errors.New("bank: insufficient funds")

// ErrSame is returned for a transfer to the same account.
var ErrSame = errors.New("bank: same account")

// Account is a bank account.
type Account struct {
	id      int
	mu      sync.Mutex
	balance int
}

// Bank numbers its accounts.
type Bank struct {
	mu   sync.Mutex
	last int
}

// Open makes an account.
func (b *Bank) Open(balance int) *Account {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last++
	return &Account{id: b.last, balance: balance}
}

// lockBoth locks two different accounts, the one with the lower number first.
func lockBoth(a, b *Account) (unlock func()) {
	if b.id < a.id {
		a, b = b, a
	}
	a.mu.Lock()
	b.mu.Lock()
	return func() {
		b.mu.Unlock()
		a.mu.Unlock()
	}
}

// Transfer moves an amount.
func Transfer(from, to *Account, amount int) error {
	if from == to {
		return ErrSame
	}
	defer lockBoth(from, to)()
	if from.balance < amount {
		return ErrFunds
	}
	from.balance -= amount
	to.balance += amount
	return nil
}

// Balance is the money on an account.
func (a *Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

// Equalize shares the money of two accounts evenly.
func Equalize(x, y *Account) {
	if x.id == y.id {
		return
	}
	first, second := x, y
	if first.id > second.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	sum := x.balance + y.balance
	x.balance = sum / 2
	y.balance = sum - sum/2
}
