// Package main rides out the pizzas of an evening.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

var minutes atomic.Int64

func ride(km int64, wg *sync.WaitGroup) {
	defer wg.Done()
	time.Sleep(time.Duration(km) * 10 * time.Millisecond)
	minutes.Add(4 * km)
}

func deliver(km int64, wg *sync.WaitGroup) {
	wg.Add(1)
	go ride(km, wg)
	wg.Wait() // BUG
}

func main() {
	var wg sync.WaitGroup
	start := time.Now()
	for _, km := range []int64{2, 5, 3} {
		deliver(km, &wg)
	}
	fmt.Println(minutes.Load(), "minutes", time.Since(start))
}
