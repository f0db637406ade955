// Package main is correct: it must get no report.
package main

import (
	"sync"
	"sync/atomic"
)

func main() {
	lock := make(chan int, 1)
	var n atomic.Int64
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			lock <- 1
			n.Store(n.Load() + int64(i))
			<-lock
		})
	}
	wg.Wait()
}
