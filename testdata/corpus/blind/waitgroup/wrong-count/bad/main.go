package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type order struct {
	no   int
	paid bool
}

func main() {
	orders := []order{{1, false}, {2, true}, {3, false}, {4, false}}
	var reminders atomic.Int32
	var wg sync.WaitGroup
	wg.Add(len(orders)) // BUG: wg-missing-done
	for _, o := range orders {
		if o.paid {
			continue // BUG: wg-missing-done
		}
		go func() { // BUG: wg-missing-done
			defer wg.Done()
			reminders.Add(1)
		}()
	}
	wg.Wait() // BUG: wg-missing-done
	fmt.Println(reminders.Load())
}
