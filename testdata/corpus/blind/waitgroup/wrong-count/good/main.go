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
	for _, o := range orders {
		if o.paid {
			continue
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			reminders.Add(1)
		}()
	}
	wg.Wait()
	fmt.Println(reminders.Load())
}
