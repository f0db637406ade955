// Package ledger writes down who owes what.
package ledger

import (
	"errors"
	"sync"
)

// Line is one entry of the book.
type Line struct {
	Customer, Item string
	Cents          int
	Refunded       bool
}

// Restocker gets returned goods.
type Restocker interface {
	Restock(item string)
}

// ErrNoLine is returned for purchases that never took place.
var ErrNoLine = errors.New("ledger: no such purchase")

type Book struct {
	mu      sync.Mutex
	lines   []*Line
	returns Restocker
}

func New() *Book { return &Book{} }

// OnRefund says where returned goods go. It is to be called before the book is in use.
func (b *Book) OnRefund(r Restocker) { b.returns = r }

// Charge adds a line.
func (b *Book) Charge(customer, item string, cents int) {
	b.mu.Lock() // BUG: lock-order
	defer b.mu.Unlock()
	b.lines = append(b.lines, &Line{Customer: customer, Item: item, Cents: cents})
}

// Refund cancels the customer's first purchase of item that still stands.
func (b *Book) Refund(customer, item string) error {
	b.mu.Lock() // BUG: lock-order
	defer b.mu.Unlock()
	for _, l := range b.lines {
		if l.Customer == customer && l.Item == item && !l.Refunded {
			l.Refunded = true
			b.returns.Restock(item) // BUG: lock-order
			return nil
		}
	}
	return ErrNoLine
}

// Total is the sum of all lines that still stand.
func (b *Book) Total() (sum int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, l := range b.lines {
		if !l.Refunded {
			sum += l.Cents
		}
	}
	return
}
