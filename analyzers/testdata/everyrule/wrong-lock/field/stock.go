// Package stock knows how much of everything a warehouse has.
package stock

import "sync"

type item struct {
	mu  sync.Mutex
	qty int
}

// A Warehouse may be used by several goroutines at once.
type Warehouse struct {
	mu    sync.Mutex
	items map[string]*item
}

// New returns an empty warehouse.
func New() *Warehouse {
	return &Warehouse{items: make(map[string]*item)}
}

func (w *Warehouse) find(name string) *item {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.items[name] == nil {
		w.items[name] = &item{}
	}
	return w.items[name]
}

// Receive adds to the stock of an item.
func (w *Warehouse) Receive(name string, n int) {
	it := w.find(name)
	it.mu.Lock()
	defer it.mu.Unlock()
	it.qty += n // BUG?
}

// Clear empties the stock of an item.
func (w *Warehouse) Clear(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if it := w.items[name]; it != nil {
		it.qty = 0 // BUG?
	}
}
