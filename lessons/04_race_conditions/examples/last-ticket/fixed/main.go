// One ticket is left and two people want it. Looking and taking are one step,
// under one lock, so one of them gets it.
package main

import (
	"fmt"
	"sync"
)

type Box struct {
	mu   sync.Mutex // guards left
	left int
}

// Take takes a ticket and reports whether there was one.
func (b *Box) Take() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.left == 0 {
		return false
	}
	b.left--
	return true
}

func main() {
	box := &Box{left: 1}
	var buyers sync.WaitGroup
	sold := make([]bool, 2) // each buyer has an element of its own
	for i := range sold {
		buyers.Go(func() { sold[i] = box.Take() })
	}
	buyers.Wait()
	tickets := 0
	for _, ok := range sold {
		if ok {
			tickets++
		}
	}
	fmt.Println("sold:", tickets)
	fmt.Println("left:", box.left) // after Wait nobody else uses box
}
