// Package vineyard weighs the grapes that several pickers bring.
package vineyard

import (
	"log"
	"sync"
)

const pickers = 4

// Harvest is one day's harvest.
type Harvest struct {
	wg      sync.WaitGroup
	baskets chan int
}

// NewHarvest returns a harvest that has not begun.
func NewHarvest() *Harvest {
	return &Harvest{baskets: make(chan int)}
}

func (h *Harvest) pick(kilos int) {
	defer h.wg.Done()
	for k := kilos; k > 0; k -= 10 {
		h.baskets <- min(k, 10)
	}
}

func (h *Harvest) finish() {
	h.wg.Wait()
	log.Print("all pickers are back")
}

// Weigh lets all pickers work and returns the weight of the grapes.
func Weigh(kilosEach int) int {
	h := NewHarvest()
	for range pickers {
		h.wg.Add(1)
		go h.pick(kilosEach)
	}
	go h.finish()
	sum := 0
	for b := range h.baskets { // BUG
		sum += b
	}
	return sum
}
