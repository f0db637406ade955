// Command download shows how much of a file has arrived.
package main

import (
	"fmt"
	"sync/atomic"
)

func receive(got *int64, chunks int, done chan<- bool) {
	for range chunks {
		atomic.AddInt64(got, 4096)
	}
	done <- true
}

func progress(got *int64, size int64) int64 {
	return *got * 100 / size // BUG
}

func main() {
	const chunks = 1000
	var got int64
	done := make(chan bool)
	go receive(&got, chunks, done)
	for running := true; running; {
		select {
		case <-done:
			running = false
		default:
			fmt.Print("\r", progress(&got, chunks*4096), "%")
		}
	}
	fmt.Println("\rdone")
}
