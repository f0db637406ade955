package main

import (
	"fmt"
	"sync"
)

type district struct {
	name       string
	households []int
}

// census adds up the people of several districts.
type census struct {
	mu     sync.Mutex
	people map[string]int
	rounds int
}

func (c *census) report(name string, n int) {
	c.mu.Lock()
	c.people[name] += n
	c.mu.Unlock()
}

func (c *census) enumerate(d district, done func()) {
	defer done()
	for _, h := range d.households {
		c.report(d.name, h)
	}
}

// Count runs one full round. Rounds must not overlap.
func (c *census) Count(ds []district) int {
	c.mu.Lock()
	c.rounds++
	c.people = make(map[string]int)
	c.mu.Unlock()

	var enumerators sync.WaitGroup
	for _, d := range ds {
		enumerators.Add(1)
		go c.enumerate(d, enumerators.Done)
	}
	enumerators.Wait()

	c.mu.Lock()
	defer c.mu.Unlock()
	total := 0
	for _, n := range c.people {
		total += n
	}
	return total
}

func main() {
	c := &census{}
	total := c.Count([]district{
		{"north", []int{2, 4, 1}},
		{"south", []int{5, 3}},
		{"hills", nil},
	})
	fmt.Println("people:", total)
}
