// Command auction takes bids and drops those that come too fast.
package main

import (
	"fmt"
	"sync"
)

type auction struct {
	mu      sync.Mutex
	dropped int
	best    int
	bids    chan int
	done    chan struct{}
}

func (a *auction) collect() {
	defer close(a.done)
	for b := range a.bids {
		a.mu.Lock()
		a.best = max(a.best, b)
		a.mu.Unlock()
	}
}

func (a *auction) bid(amount int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	select {
	case a.bids <- amount:
	default:
		a.dropped++
	}
}

func (a *auction) end() (best, dropped int) {
	close(a.bids)
	<-a.done
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.best, a.dropped
}

func main() {
	a := &auction{bids: make(chan int), done: make(chan struct{})}
	go a.collect()
	for i := range 100 {
		a.bid(i)
	}
	fmt.Println(a.end())
}
