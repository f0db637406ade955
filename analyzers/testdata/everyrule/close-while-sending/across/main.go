// Package main auctions a painting among several bidders.
package main

import (
	"fmt"
	"sync"
)

func bidder(limit int, bids chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for offer := 10; offer <= limit; offer += 10 {
		bids <- offer // BUG?
	}
}

func hammer(bids chan int, price int) int {
	best := 0
	for best < price {
		best = max(best, <-bids)
	}
	close(bids) // BUG?
	return best
}

func main() {
	bids := make(chan int)
	var wg sync.WaitGroup
	for _, limit := range []int{60, 200, 120} {
		wg.Add(1)
		go bidder(limit, bids, &wg)
	}
	fmt.Println("sold for", hammer(bids, 150))
	wg.Wait()
}
