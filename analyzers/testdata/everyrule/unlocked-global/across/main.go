// Command sensors polls a thermometer and shows what it says.
package main

import (
	"fmt"
	"sync"
)

var (
	mu     sync.Mutex
	latest float64
)

func record(t float64) {
	mu.Lock()
	defer mu.Unlock()
	latest = t
}

func current() float64 {
	return latest // BUG
}

func poll(done chan<- struct{}) {
	defer close(done)
	for i := range 1000 {
		record(20 + float64(i)/100)
	}
}

func main() {
	done := make(chan struct{})
	go poll(done)
	for range 5 {
		fmt.Printf("%.2f degrees\n", current())
	}
	<-done
}
