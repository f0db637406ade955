// Command tickets sells the seats of a concert.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type hall struct {
	free atomic.Int64
}

func (h *hall) left() int64     { return h.free.Load() }
func (h *hall) setLeft(n int64) { h.free.Store(n) }

func (h *hall) sell() bool {
	n := h.left()
	if n == 0 {
		return false
	}
	h.setLeft(n - 1) // BUG
	return true
}

func main() {
	h := &hall{}
	h.setLeft(500)
	var sold atomic.Int64
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for h.sell() {
				sold.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println("sold", sold.Load(), "of 500 seats")
}
