// Four goroutines count to 1000000 together, and updates get lost.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	n := 0
	for range 4 {
		wg.Go(func() {
			for range 250000 {
				n++
			}
		})
	}
	wg.Wait()
	fmt.Println("counted", n, "of 1000000")
}
