// Package main sends drones out and waits until they are back.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

var flown atomic.Int64

func takeOff(wg *sync.WaitGroup) {
	wg.Add(1) // BUG
}

func fly(metres int64, wg *sync.WaitGroup) {
	takeOff(wg)
	defer wg.Done()
	time.Sleep(time.Duration(metres) * time.Microsecond)
	flown.Add(metres)
}

func main() {
	var wg sync.WaitGroup
	for _, metres := range []int64{500, 900, 1300} {
		go fly(metres, &wg)
	}
	wg.Wait()
	fmt.Println(flown.Load(), "metres")
}
