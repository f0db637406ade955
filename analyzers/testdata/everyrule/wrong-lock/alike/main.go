// Command warehouse ships boxes as soon as there are enough of them.
package main

import (
	"fmt"
	"sync"
)

type warehouse struct {
	mu      sync.Mutex
	arrived *sync.Cond
	boxes   int
}

func open() *warehouse {
	w := &warehouse{}
	w.arrived = sync.NewCond(&w.mu)
	return w
}

func (w *warehouse) receive(n int) {
	w.mu.Lock()
	w.boxes += n
	w.mu.Unlock()
	w.arrived.Broadcast()
}

func (w *warehouse) ship(n int) {
	w.arrived.L.Lock()
	defer w.arrived.L.Unlock()
	for w.boxes < n {
		w.arrived.Wait()
	}
	w.boxes -= n
}

func main() {
	w := open()
	var wg sync.WaitGroup
	wg.Go(func() { w.ship(15) })
	for range 4 {
		wg.Go(func() { w.receive(5) })
	}
	wg.Wait()
	fmt.Println(w.boxes, "boxes left")
}
