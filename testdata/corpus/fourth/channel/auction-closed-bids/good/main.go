package main

import (
	"fmt"
	"sync"
	"time"
)

type bid struct {
	who    string
	amount int
}

type bidder struct {
	name  string
	limit int
	pace  time.Duration
}

func (b bidder) bidOn(bids chan<- bid, over <-chan struct{}) {
	for a := 10; a <= b.limit; a += 10 {
		select {
		case bids <- bid{b.name, a}:
		case <-over:
			return
		}
		time.Sleep(b.pace)
	}
}

// auction takes the first bid that reaches the reserve price
func auction(bids <-chan bid, over chan<- struct{}, reserve int) bid {
	var best bid
	for b := range bids {
		if b.amount > best.amount {
			best = b
		}
		if best.amount >= reserve {
			close(over)
			break
		}
	}
	return best
}

func main() {
	bidders := []bidder{
		{"ann", 200, time.Millisecond},
		{"bob", 150, 2 * time.Millisecond},
		{"cid", 90, time.Millisecond},
	}
	bids := make(chan bid)
	over := make(chan struct{})
	var wg sync.WaitGroup
	for _, b := range bidders {
		wg.Go(func() { b.bidOn(bids, over) })
	}
	go func() {
		wg.Wait()
		close(bids)
	}()
	won := auction(bids, over, 60)
	wg.Wait()
	fmt.Println("sold for", won.amount)
}
