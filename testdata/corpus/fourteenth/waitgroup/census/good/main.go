package main

import (
	"fmt"
	"os"
	"sync"
)

type district struct {
	name   string
	houses []int
}

func (d district) people() (n int) {
	for _, h := range d.houses {
		n += h
	}
	return n
}

type census struct {
	wg     sync.WaitGroup
	mu     sync.Mutex
	byName map[string]int
}

func (c *census) visit(d district) {
	defer c.wg.Done()
	n := d.people()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.byName[d.name] = n
}

func (c *census) run(town []district) (total int) {
	for _, d := range town {
		c.wg.Add(1)
		go c.visit(d)
	}
	c.wg.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, n := range c.byName {
		total += n
	}
	return total
}

func main() {
	var town []district
	want := 0
	for i := range 20 {
		d := district{name: fmt.Sprintf("ward %d", i)}
		for h := range 2000 {
			d.houses = append(d.houses, 1+(h+i)%4)
		}
		want += d.people()
		town = append(town, d)
	}
	c := &census{byName: make(map[string]int)}
	if got := c.run(town); got != want {
		fmt.Fprintf(os.Stderr, "counted %d of %d\n", got, want)
		os.Exit(1)
	}
	fmt.Println("counted", want)
}
