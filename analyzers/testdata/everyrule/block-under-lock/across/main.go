// Command auction takes bids and remembers the best one.
package main

import (
	"fmt"
	"sync"
)

type auction struct {
	mu     sync.Mutex
	closed bool
	best   int
	bids   chan int
}

func (a *auction) collect(done chan<- struct{}) {
	defer close(done)
	for b := range a.bids {
		a.mu.Lock()
		a.best = max(a.best, b)
		a.mu.Unlock()
	}
}

func (a *auction) push(amount int) {
	a.bids <- amount // BUG?
}

func (a *auction) bid(amount int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.closed {
		a.push(amount) // BUG?
	}
}

func main() {
	a := &auction{bids: make(chan int)}
	done := make(chan struct{})
	go a.collect(done)
	for i := range 100 {
		a.bid(i)
	}
	close(a.bids)
	<-done
	fmt.Println("best:", a.best)
}
