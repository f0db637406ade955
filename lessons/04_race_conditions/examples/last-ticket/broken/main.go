// One ticket is left and two people buy it. Every access is locked; the race
// detector has nothing to say; and yet both get the ticket.
package main

import (
	"fmt"
	"sync"
)

type Box struct {
	mu   sync.Mutex // guards left
	left int
}

func (b *Box) Left() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.left
}

func (b *Box) Take() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.left--
}

func main() {
	box := &Box{left: 1}
	var buyers, looked sync.WaitGroup
	looked.Add(2) // only to make the bad order happen each time: both look first
	for range 2 {
		buyers.Go(func() {
			free := box.Left() > 0
			looked.Done()
			looked.Wait()
			if free {
				box.Take()
				fmt.Println("one ticket sold")
			}
		})
	}
	buyers.Wait()
	fmt.Println("left:", box.Left())
}
