package main

import (
	"errors"
	"fmt"
	"sync"
)

var (
	errNoFunds   = errors.New("insufficient funds")
	errNoAccount = errors.New("no such account")
	errFrozen    = errors.New("account is frozen")
)

// Account is one customer's account.
type Account struct {
	ID    int
	Owner string

	mu      sync.Mutex
	balance int64
	frozen  bool
	log     []string
}

// note needs a.mu.
func (a *Account) note(format string, args ...any) {
	a.log = append(a.log, fmt.Sprintf(format, args...))
}

// change needs a.mu.
func (a *Account) change(n int64) error {
	switch {
	case a.frozen:
		return fmt.Errorf("%w: %d", errFrozen, a.ID)
	case a.balance+n < 0:
		return fmt.Errorf("%w: %d has %d", errNoFunds, a.ID, a.balance)
	}
	a.balance += n
	a.note("%+d", n)
	return nil
}

// Deposit adds money.
func (a *Account) Deposit(n int64) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.change(n)
}

// Freeze forbids changes and returns a function that allows them again.
func (a *Account) Freeze() (thaw func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.frozen = true
	a.note("frozen")
	return func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.frozen = false
		a.note("thawed")
	}
}

// Statement returns a copy of the log.
func (a *Account) Statement() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return append([]string(nil), a.log...)
}
