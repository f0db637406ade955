// Package stock knows what lies on the shelves.
package stock

import (
	"fmt"
	"sync"
)

// Biller is told about each sale.
type Biller interface {
	Charge(customer, item string, cents int)
}

type Warehouse struct {
	mu     sync.Mutex
	count  map[string]int
	price  map[string]int
	biller Biller
}

func New(b Biller) *Warehouse {
	return &Warehouse{count: map[string]int{}, price: map[string]int{}, biller: b}
}

// Deliver puts n pieces of item on the shelf at the given price.
func (w *Warehouse) Deliver(item string, n, cents int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.count[item] += n
	w.price[item] = cents
}

// Restock takes back a returned piece.
func (w *Warehouse) Restock(item string) {
	w.mu.Lock() // BUG: lock-order
	w.count[item]++
	w.mu.Unlock()
}

// Sell hands one piece of item over.
func (w *Warehouse) Sell(customer, item string) error {
	w.mu.Lock() // BUG: lock-order
	defer w.mu.Unlock()
	if w.count[item] == 0 {
		return fmt.Errorf("stock: no %s left", item)
	}
	w.count[item]--
	w.biller.Charge(customer, item, w.price[item]) // BUG: lock-order
	return nil
}

// Count returns how many pieces of item there are.
func (w *Warehouse) Count(item string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.count[item]
}
