// Package bank is a small bank over HTTP, with an audit log.
package bank

import (
	"errors"
	"fmt"
	"sync"
)

// An Account holds money. Any goroutine may use it at any time.
type Account struct {
	Number int // unique; never changes
	Owner  string

	mu      sync.Mutex // guards balance
	balance int
}

// Open returns a new account with some money in it.
func Open(number int, owner string, balance int) *Account {
	return &Account{Number: number, Owner: owner, balance: balance}
}

// Balance returns what is in the account now.
func (a *Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

// The reasons for which a transfer is refused.
var (
	ErrAmount      = errors.New("the amount must be more than nothing")
	ErrSameAccount = errors.New("both accounts are the same")
	ErrNoMoney     = errors.New("not enough money")
)

// Transfer moves amount from one account to another, and hands the log an entry
// about it. Both balances change together.
func (s *Service) Transfer(from, to *Account, amount int) error {
	switch {
	case amount <= 0:
		return ErrAmount
	case from == to:
		return ErrSameAccount
	}
	// Whoever needs several accounts takes the one with the smallest number first.
	// Then no circle of waiting goroutines can close.
	first, second := from, to
	if second.Number < first.Number {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()

	if from.balance < amount {
		return fmt.Errorf("%d from account %d: %w", amount, from.Number, ErrNoMoney)
	}
	from.balance -= amount
	to.balance += amount
	s.log.add(entry{s.log.next(), from.Number, to.Number, amount, from.balance, to.balance})
	return nil
}

// A Statement tells what is in every account of the bank at one moment.
type Statement struct {
	Accounts []Line `json:"accounts"` // in the order of their numbers
	Total    int    `json:"total"`
}

// A Line tells what is in one account.
type Line struct {
	Number  int    `json:"number"`
	Owner   string `json:"owner"`
	Balance int    `json:"balance"`
}

// statement returns what is in all accounts. It holds all of them while it
// looks, and none when it returns: the client may be slow to read.
func (s *Service) statement() Statement {
	for _, a := range s.accounts { // the smallest number first, as in move
		a.mu.Lock()
		defer a.mu.Unlock()
	}
	var st Statement
	for _, a := range s.accounts {
		st.Accounts = append(st.Accounts, Line{a.Number, a.Owner, a.balance})
		st.Total += a.balance
	}
	return st
}
