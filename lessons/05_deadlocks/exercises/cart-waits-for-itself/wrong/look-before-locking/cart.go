// Package cart holds what a customer is about to buy.
package cart

import (
	"errors"
	"sync"
)

// ErrTooMuch says that the customer's limit would be passed.
var ErrTooMuch = errors.New("more than the limit")

// A Cart is used by several windows of one customer at the same time.
type Cart struct {
	limit int // in cents; never changes

	mu     sync.Mutex // guards prices
	prices []int
}

// New returns an empty cart with a limit.
func New(limit int) *Cart { return &Cart{limit: limit} }

// Total returns what everything in the cart costs together.
func (c *Cart) Total() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	total := 0
	for _, price := range c.prices {
		total += price
	}
	return total
}

// Add puts something into the cart, unless the limit would be passed.
func (c *Cart) Add(price int) error {
	unlocked := 0
	for _, p := range c.prices {
		unlocked += p
	}
	if unlocked+price > c.limit {
		return ErrTooMuch
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.prices = append(c.prices, price)
	return nil
}
