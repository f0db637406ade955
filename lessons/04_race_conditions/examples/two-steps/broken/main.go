// Four doors count visitors with an atomic, in two steps.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var inside atomic.Int64
	var doors sync.WaitGroup
	for range 4 {
		doors.Go(func() {
			for range 2500000 {
				inside.Store(inside.Load() + 1)
			}
		})
	}
	doors.Wait()
	fmt.Println("counted", inside.Load(), "of 10000000")
}
