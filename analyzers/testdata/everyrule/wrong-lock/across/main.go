// Command warehouse receives and ships boxes.
package main

import (
	"fmt"
	"sync"
)

type warehouse struct {
	stockMu sync.Mutex
	boxes   int

	ordersMu sync.Mutex
	orders   int
}

func (w *warehouse) withStock(f func()) {
	w.stockMu.Lock()
	defer w.stockMu.Unlock()
	f()
}

func (w *warehouse) withOrders(f func()) {
	w.ordersMu.Lock()
	defer w.ordersMu.Unlock()
	f()
}

func main() {
	w := &warehouse{boxes: 100}
	var wg sync.WaitGroup
	wg.Go(func() {
		w.withStock(func() { w.boxes += 10 }) // BUG?
	})
	wg.Go(func() {
		w.withOrders(func() {
			w.orders++
			w.boxes-- // BUG?
		})
	})
	wg.Wait()
	fmt.Println(w.boxes, "boxes left")
}
