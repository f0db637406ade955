// Package main is correct: it must get no report.
package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	var busy atomic.Bool
	var n atomic.Int64
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			for !busy.CompareAndSwap(false, true) {
				runtime.Gosched()
			}
			n.Store(n.Load() + int64(i))
			busy.Store(false)
		})
	}
	wg.Wait()
}
