// Exported methods lock; the unexported one expects the lock to be held.
package main

import (
	"fmt"
	"sync"
)

type Cart struct {
	mu     sync.Mutex // guards prices
	prices []int
}

func (c *Cart) Add(price int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.prices = append(c.prices, price)
	fmt.Println("total:", c.totalLocked())
}

func (c *Cart) Total() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.totalLocked()
}

// totalLocked adds up the prices. The caller holds c.mu.
func (c *Cart) totalLocked() int {
	total := 0
	for _, p := range c.prices {
		total += p
	}
	return total
}

func main() {
	var cart Cart
	cart.Add(5)
	cart.Add(7)
}
