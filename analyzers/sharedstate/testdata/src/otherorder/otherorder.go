// Package main orders its goroutines with another package's semaphore.
package main

import (
	"fmt"

	"example/otherorder/tickets"
)

func main() {
	const workers = 3
	t := tickets.New(workers)
	out := make([]int, 8)
	for i := range out {
		t.Acquire(1)
		go func() {
			defer t.Release()
			out[i] = i * i
		}()
	}
	t.Acquire(workers)
	fmt.Println(out)
}
