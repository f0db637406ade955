// A method that holds the lock calls another one that wants it.
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
	fmt.Println("total:", c.Total())
}

func (c *Cart) Total() int {
	c.mu.Lock()
	defer c.mu.Unlock()
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
