// Package bank moves money between accounts.
package bank

import (
	"errors"
	"fmt"
	"runtime"
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

// A Journal is told of every change of a balance, in the order of the changes.
// Several goroutines may call Note at once, for different accounts.
type Journal interface {
	Note(account *Account, change int)
}

// A Bank moves money and keeps a journal of it.
type Bank struct {
	Journal Journal
}

// The reasons for which a transfer is refused.
var (
	ErrSameAccount = errors.New("both accounts are the same")
	ErrNoMoney     = errors.New("not enough money")
)

// Transfer moves amount from one account to another. Nobody sees the money of
// a transfer missing: both balances change together.
func (b *Bank) Transfer(from, to *Account, amount int) error {
	if from == to {
		return ErrSameAccount
	}
	from.mu.Lock()
	defer from.mu.Unlock()
	if from.balance < amount {
		return fmt.Errorf("%d from account %d: %w", amount, from.Number, ErrNoMoney)
	}
	from.balance -= amount
	b.Journal.Note(from, -amount)

	for !to.mu.TryLock() {
		runtime.Gosched()
	}
	defer to.mu.Unlock()
	to.balance += amount
	b.Journal.Note(to, amount)
	return nil
}

// An Order asks for one transfer.
type Order struct {
	From, To *Account
	Amount   int
}

// Execute carries out all orders at once and returns what went wrong.
func (b *Bank) Execute(orders []Order) error {
	failed := make([]error, len(orders))
	var wg sync.WaitGroup
	for i, o := range orders {
		wg.Go(func() { failed[i] = b.Transfer(o.From, o.To, o.Amount) })
	}
	wg.Wait()
	return errors.Join(failed...)
}
