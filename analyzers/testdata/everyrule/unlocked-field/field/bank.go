// Package bank keeps the books of a small bank.
package bank

import "sync"

type ledger struct {
	sync.Mutex
	total   int
	entries int
}

// A Bank may be used by several goroutines at once.
type Bank struct {
	name  string
	books ledger
}

// New returns a bank without money.
func New(name string) *Bank {
	return &Bank{name: name}
}

// Name returns the name of the bank.
func (b *Bank) Name() string { return b.name }

// Deposit books an amount.
func (b *Bank) Deposit(amount int) {
	b.books.Lock()
	defer b.books.Unlock()
	b.books.total += amount
	b.books.entries++
}

// Entries tells how many deposits there were.
func (b *Bank) Entries() int {
	b.books.Lock()
	defer b.books.Unlock()
	return b.books.entries
}

// Total returns the sum of all deposits.
func (b *Bank) Total() int {
	return b.books.total // BUG
}
