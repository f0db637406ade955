package main

import (
	"fmt"
	"os"
	"sync"
)

type order struct {
	id  int
	sku string
	qty int
}

type warehouse struct {
	stockMu sync.Mutex
	stock   map[string]int

	openMu sync.Mutex
	open   map[int]order
}

func (w *warehouse) reserve(sku string, n int) bool {
	w.stockMu.Lock() // BUG: lock-order
	defer w.stockMu.Unlock()
	if w.stock[sku] < n {
		return false
	}
	w.stock[sku] -= n
	return true
}

func (w *warehouse) place(o order) bool {
	w.openMu.Lock() // BUG: lock-order
	defer w.openMu.Unlock()
	if !w.reserve(o.sku, o.qty) { // BUG: lock-order
		return false
	}
	w.open[o.id] = o
	return true
}

func (w *warehouse) audit() int {
	w.stockMu.Lock() // BUG: lock-order
	defer w.stockMu.Unlock()
	w.openMu.Lock() // BUG: lock-order
	defer w.openMu.Unlock()
	total := 0
	for _, n := range w.stock {
		total += n
	}
	for _, o := range w.open {
		total += o.qty
	}
	return total
}

func main() {
	w := &warehouse{stock: map[string]int{"bolt": 5000, "nut": 5000}, open: map[int]order{}}
	var wg sync.WaitGroup
	for lane, sku := range []string{"bolt", "nut"} {
		wg.Go(func() {
			for i := range 20000 {
				w.place(order{id: lane*100000 + i, sku: sku, qty: 1 + i%3})
			}
		})
	}
	evening := make(chan struct{})
	go func() {
		defer close(evening)
		wg.Wait() // BUG: lock-order
	}()
	for audits := 1; ; audits++ {
		if total := w.audit(); total != 10000 { // BUG: lock-order
			fmt.Fprintln(os.Stderr, "goods lost:", total)
			os.Exit(1)
		}
		select {
		case <-evening:
			fmt.Println("books balance, open orders:", len(w.open), audits > 0)
			return
		default:
		}
	}
}
