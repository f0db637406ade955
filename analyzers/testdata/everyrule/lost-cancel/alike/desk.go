// Package desk runs the orders of a broker until they are called back.
package desk

import (
	"context"
	"sync"
)

// Desk runs orders by their names.
type Desk struct {
	mu     sync.Mutex
	orders map[string]context.CancelFunc
}

// New returns a desk without orders.
func New() *Desk {
	return &Desk{orders: make(map[string]context.CancelFunc)}
}

// Place runs an order in the background, in place of an older one of that name.
func (d *Desk) Place(parent context.Context, name string, run func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	d.mu.Lock()
	old := d.orders[name]
	d.orders[name] = cancel
	d.mu.Unlock()
	if old != nil {
		old()
	}
	go func() {
		defer cancel()
		run(ctx)
	}()
}

// Recall ends an order.
func (d *Desk) Recall(name string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	cancel, ok := d.orders[name]
	if ok {
		cancel()
		delete(d.orders, name)
	}
	return ok
}
