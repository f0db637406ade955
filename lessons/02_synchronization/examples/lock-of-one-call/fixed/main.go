// The lock stands beside the data that it guards: one counter, one lock.
package main

import (
	"fmt"
	"sync"
)

type Visits struct {
	mu sync.Mutex // guards n
	n  int
}

func (v *Visits) Add() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.n++
}

func main() {
	var visits Visits
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 250000 {
				visits.Add()
			}
		})
	}
	wg.Wait()
	fmt.Println("counted", visits.n, "of 1000000")
}
