package main

import (
	"fmt"
	"sync"
)

type cell struct {
	mu sync.Mutex
	n  int
}

func addAll(cells []*cell, d int) (err error) {
	for i, c := range cells {
		if err := func() error {
			c.mu.Lock()
			defer c.mu.Unlock()
			if c.n+d < 0 {
				return fmt.Errorf("cell %d would be negative", i)
			}
			c.n += d
			return nil
		}(); err != nil {
			return err
		}
	}
	return nil
}

// sumAll locks all cells, always from the first to the last.
func sumAll(cells []*cell) (sum int) {
	for _, c := range cells {
		c.mu.Lock()
		defer c.mu.Unlock()
	}
	for _, c := range cells {
		sum += c.n
	}
	return sum
}

func main() {
	cells := []*cell{{n: 1}, {n: 2}, {n: 3}}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { addAll(cells, 2) })
		wg.Go(func() { sumAll(cells) })
	}
	wg.Wait()
	fmt.Println(sumAll(cells), addAll(cells, -100) != nil)
}
