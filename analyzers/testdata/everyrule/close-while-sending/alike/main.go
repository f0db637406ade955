// Package main auctions a carpet and sends the bidders home at a good price.
package main

import (
	"fmt"
	"sync"
)

type auction struct {
	bids chan int
	over chan struct{}
	wg   sync.WaitGroup
}

func (a *auction) bidder(limit int) {
	defer a.wg.Done()
	for offer := 10; offer <= limit; offer += 10 {
		select {
		case a.bids <- offer:
		case <-a.over:
			return
		}
	}
}

func (a *auction) hammer(price int) int {
	defer close(a.over)
	best := 0
	for best < price {
		best = max(best, <-a.bids)
	}
	return best
}

func main() {
	a := &auction{bids: make(chan int), over: make(chan struct{})}
	for _, limit := range []int{60, 200, 120} {
		a.wg.Add(1)
		go a.bidder(limit)
	}
	fmt.Println("sold for", a.hammer(150))
	a.wg.Wait()
}
