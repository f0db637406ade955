// Command tickets sells the seats of a concert at several counters.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type hall struct {
	free atomic.Int64

	mu   sync.Mutex
	cash atomic.Int64 // changed under mu only, read by anybody
}

func (h *hall) sell(price int64) bool {
	for {
		n := h.free.Load()
		if n == 0 {
			return false
		}
		if h.free.CompareAndSwap(n, n-1) {
			break
		}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.cash.Store(h.cash.Load() + price)
	return true
}

func main() {
	h := &hall{}
	h.free.Store(500)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for h.sell(20) {
			}
		})
	}
	wg.Wait()
	fmt.Println("cash:", h.cash.Load())
}
