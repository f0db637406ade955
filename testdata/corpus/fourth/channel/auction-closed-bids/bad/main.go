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

func (b bidder) bidOn(bids chan<- bid) {
	for a := 10; a <= b.limit; a += 10 {
		bids <- bid{b.name, a} // BUG: close-by-receiver
		time.Sleep(b.pace)
	}
}

// auction takes the first bid that reaches the reserve price
func auction(bids chan bid, reserve int) bid {
	var best bid
	for b := range bids {
		if b.amount > best.amount {
			best = b
		}
		if best.amount >= reserve {
			close(bids) // BUG: close-by-receiver
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
	var wg sync.WaitGroup
	for _, b := range bidders {
		wg.Go(func() { b.bidOn(bids) })
	}
	won := auction(bids, 60)
	wg.Wait()
	fmt.Println("sold for", won.amount)
}
