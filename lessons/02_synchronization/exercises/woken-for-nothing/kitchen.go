// Package kitchen hands orders to cooks.
package kitchen

import "sync"

// Orders is a queue of orders. Waiters put orders in, cooks take them out.
type Orders struct {
	mu     sync.Mutex // guards dishes and closed
	change *sync.Cond // something has changed for a cook who waits
	dishes []string
	closed bool
}

// NewOrders returns an empty queue.
func NewOrders() *Orders {
	o := new(Orders)
	o.change = sync.NewCond(&o.mu)
	return o
}

// Put adds an order.
func (o *Orders) Put(dish string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.dishes = append(o.dishes, dish)
	o.change.Signal()
}

// Take waits for an order and returns it. ok is false when the kitchen has closed
// and no order is left.
func (o *Orders) Take() (dish string, ok bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.dishes) == 0 && !o.closed {
		o.change.Wait()
	}
	if o.closed && len(o.dishes) == 0 {
		return "", false
	}
	dish = o.dishes[0]
	o.dishes = o.dishes[1:]
	return dish, true
}

// Close says that no more orders come. Orders that are there are still taken.
func (o *Orders) Close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.closed = true
	o.change.Broadcast()
}
