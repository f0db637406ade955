package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
)

// Crossing is one departure of the ferry.
type Crossing struct {
	mu    sync.Mutex
	cap   int
	cars  []string
	waits []string
}

// Free returns how many cars still fit.
func (c *Crossing) Free() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.free()
}

func (c *Crossing) free() int { return c.cap - len(c.cars) }

func (c *Crossing) add(plate string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cars = append(c.cars, plate)
}

func (c *Crossing) wait(plate string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waits = append(c.waits, plate)
}

// Book puts the car aboard or on the waiting list.
func (c *Crossing) Book(plate string) bool {
	if c.Free() < 1 { // BUG: check-then-act
		c.wait(plate)
		return false
	}
	runtime.Gosched() // stands for the price calculation
	c.add(plate)      // BUG: check-then-act
	return true
}

func main() {
	overbooked := 0
	for day := range 200 {
		c := &Crossing{cap: 3}
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() { c.Book(fmt.Sprintf("AB %d%02d", day, i)) })
		}
		wg.Wait()
		if c.Free() < 0 {
			overbooked++
		}
	}
	if overbooked > 0 {
		fmt.Fprintln(os.Stderr, "overbooked crossings:", overbooked)
		os.Exit(1)
	}
	fmt.Println("all cars fit")
}
