// Package main brews pots of tea, and counts the brewing and the serving.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type house struct {
	wg     sync.WaitGroup
	served atomic.Int64
}

const stepsPerPot = 2

func (h *house) serve(minutes int) {
	defer h.wg.Done()
	if minutes < 2 {
		return
	}
	h.served.Add(1)
}

func (h *house) brew(minutes int) {
	defer h.wg.Done()
	h.serve(minutes)
}

func main() {
	h := new(house)
	for _, minutes := range []int{3, 1, 5} {
		h.wg.Add(stepsPerPot)
		go h.brew(minutes)
	}
	h.wg.Wait()
	fmt.Println(h.served.Load(), "pots")
}
