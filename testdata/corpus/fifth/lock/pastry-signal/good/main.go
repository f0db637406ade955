package main

import (
	"fmt"
	"sync"
)

type order struct {
	customer string
	count    int
}

type counter struct {
	mu     sync.Mutex
	any    sync.Cond
	orders []order
	shut   bool
}

func open() *counter {
	c := &counter{}
	c.any.L = &c.mu
	return c
}

func (c *counter) place(o order) {
	c.mu.Lock()
	c.orders = append(c.orders, o)
	c.mu.Unlock()
	c.any.Signal() // only the baker waits
}

func (c *counter) close() {
	c.mu.Lock()
	c.shut = true
	c.mu.Unlock()
	c.any.Signal()
}

// batch returns all open orders, nil when the counter is shut and nothing is left.
func (c *counter) batch() []order {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(c.orders) == 0 && !c.shut {
		c.any.Wait()
	}
	b := c.orders
	c.orders = nil
	return b
}

func main() {
	c := open()
	baked := make(chan map[string]int)
	go func() {
		per := make(map[string]int)
		for {
			b := c.batch()
			if b == nil {
				break
			}
			for _, o := range b {
				per[o.customer] += o.count
			}
		}
		baked <- per
	}()
	var wg sync.WaitGroup
	for _, n := range []string{"ida", "jo", "kim"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 10 {
				c.place(order{n, i})
			}
		}()
	}
	wg.Wait()
	c.close()
	fmt.Println(<-baked)
}
