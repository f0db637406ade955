// Package stock keeps count of what is in the warehouse.
package stock

import (
	"fmt"
	"sync"
)

// LowFunc is called when an item runs low.
type LowFunc func(sku string, left int)

// Stock is a warehouse.
type Stock struct {
	mutex     sync.Mutex
	quantity  map[string]int
	threshold int
	onLow     LowFunc
}

// New creates a warehouse; onLow may be nil.
func New(threshold int, initial map[string]int) *Stock {
	quantity := make(map[string]int, len(initial))
	for sku, n := range initial {
		quantity[sku] = n
	}
	return &Stock{quantity: quantity, threshold: threshold}
}

// OnLow sets the callback. Call it before the first Take.
func (stock *Stock) OnLow(callback LowFunc) { stock.onLow = callback }

// Take removes items.
func (stock *Stock) Take(sku string, n int) error {
	stock.mutex.Lock() // BUG: lock-order
	defer stock.mutex.Unlock()
	left := stock.quantity[sku] - n
	if left < 0 {
		return fmt.Errorf("stock: %d of %s missing", -left, sku)
	}
	stock.quantity[sku] = left
	if left < stock.threshold && stock.onLow != nil {
		stock.onLow(sku, left) // BUG: lock-order
	}
	return nil
}

// Has tells whether there are n items.
func (stock *Stock) Has(sku string, n int) bool {
	stock.mutex.Lock() // BUG: lock-order
	defer stock.mutex.Unlock()
	return stock.quantity[sku] >= n
}

// Add puts items into the warehouse.
func (stock *Stock) Add(sku string, n int) {
	stock.mutex.Lock()
	defer stock.mutex.Unlock()
	stock.quantity[sku] += n
}
