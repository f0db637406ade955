// Command albums adds up the photos of several shelves.
package main

import (
	"fmt"
	"sync"
)

type shelf struct {
	mu    sync.Mutex
	count int
}

type cupboard struct {
	shelves [4]shelf
}

func (c *cupboard) add(places ...int) {
	for _, p := range places {
		func() {
			s := &c.shelves[p%4]
			s.mu.Lock()
			defer s.mu.Unlock()
			s.count++
		}()
	}
}

// total locks all shelves, from left to right, to get a sum of one moment.
func (c *cupboard) total() (sum int) {
	for i := range c.shelves {
		s := &c.shelves[i]
		s.mu.Lock()
		defer s.mu.Unlock()
		sum += s.count
	}
	return sum
}

func main() {
	c := &cupboard{}
	var wg sync.WaitGroup
	wg.Go(func() { c.add(0, 1, 2, 3, 4) })
	wg.Go(func() { fmt.Println(c.total() <= 5) })
	wg.Wait()
	fmt.Println(c.total())
}
