// Each call has a lock of its own, and so nobody ever waits.
package main

import (
	"fmt"
	"sync"
)

type Visits struct{ n int }

func (v *Visits) Add() {
	var mu sync.Mutex // guards v.n
	mu.Lock()
	defer mu.Unlock()
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
