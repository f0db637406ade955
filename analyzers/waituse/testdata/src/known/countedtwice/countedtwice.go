// Package main calls Done although wg.Go does so already.
//
// Today: nothing.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { // want `^panic: the goroutine of countedtwice.go:14 calls Done more often than Add has counted.*\(negative-counter\)`
			defer wg.Done()
			fmt.Println("worker", i)
		})
	}
	wg.Wait()
}
