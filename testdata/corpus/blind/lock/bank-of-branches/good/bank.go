package main

import (
	"fmt"
	"sync"
)

// Bank owns accounts. Lock order: Bank.mu, then Account.mu, accounts by
// rising ID.
type Bank struct {
	mu       sync.RWMutex
	accounts map[int]*Account
	nextID   int
	fees     int64
}

// NewBank makes a bank.
func NewBank() *Bank {
	return &Bank{accounts: make(map[int]*Account), nextID: 1}
}

// Open makes an account.
func (b *Bank) Open(owner string, initial int64) *Account {
	a := &Account{Owner: owner, balance: initial}
	a.note("opened with %d", initial)
	b.mu.Lock()
	defer b.mu.Unlock()
	a.ID = b.nextID
	b.nextID++
	b.accounts[a.ID] = a
	return a
}

func (b *Bank) find(id int) (*Account, error) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	a, ok := b.accounts[id]
	if !ok {
		return nil, fmt.Errorf("%w: %d", errNoAccount, id)
	}
	return a, nil
}

// Transfer moves money between two accounts.
func (b *Bank) Transfer(from, to int, n int64) error {
	if from == to {
		return nil
	}
	src, err := b.find(from)
	if err != nil {
		return err
	}
	dst, err := b.find(to)
	if err != nil {
		return err
	}
	if from < to {
		src.mu.Lock()
		dst.mu.Lock()
	} else {
		dst.mu.Lock()
		src.mu.Lock()
	}
	defer src.mu.Unlock()
	defer dst.mu.Unlock()
	if err := src.change(-n); err != nil {
		return err
	}
	if err := dst.change(n); err != nil {
		src.balance += n // take it back
		src.note("refused by %d", to)
		return err
	}
	return nil
}

// ChargeAll takes a fee from everybody who can pay it.
func (b *Bank) ChargeAll(fee int64) (paid int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, a := range b.accounts {
		a.mu.Lock()
		err := a.change(-fee)
		a.mu.Unlock()
		if err == nil {
			b.fees += fee
			paid++
		}
	}
	return paid
}

// Total is all the money in the bank.
func (b *Bank) Total() int64 {
	b.mu.RLock()
	defer b.mu.RUnlock()
	sum := b.fees
	for _, a := range b.accounts {
		a.mu.Lock()
		sum += a.balance
		a.mu.Unlock()
	}
	return sum
}
