// Four goroutines count to 1000000 together, under one lock.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex // guards n
	n := 0
	for range 4 {
		wg.Go(func() {
			for range 250000 {
				mu.Lock()
				n++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println("counted", n, "of 1000000")
}
