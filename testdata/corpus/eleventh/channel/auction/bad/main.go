package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var errOver = errors.New("auction is over")

type bid struct {
	who    string
	amount int
}

type Auction struct {
	item   string
	buyNow int

	mu   sync.Mutex
	best bid
	why  string

	done chan struct{}
}

func Open(item string, buyNow int, runtime time.Duration) *Auction {
	a := &Auction{item: item, buyNow: buyNow, done: make(chan struct{})}
	time.AfterFunc(runtime, func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.finish("time is up")
	})
	return a
}

// finish must be called with mu held.
func (a *Auction) finish(why string) {
	a.why = why
	close(a.done) // BUG: double-close
}

func (a *Auction) over() bool {
	select {
	case <-a.done:
		return true
	default:
		return false
	}
}

// Bid places a bid. A bid of at least the buy-now price wins at once.
func (a *Auction) Bid(who string, amount int) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.over() {
		return errOver
	}
	if amount <= a.best.amount {
		return fmt.Errorf("%s: bid of %d is too low", who, amount)
	}
	a.best = bid{who, amount}
	if amount >= a.buyNow {
		a.finish("bought directly") // BUG: double-close
	}
	return nil
}

// Result waits for the end of the auction.
func (a *Auction) Result() (winner bid, why string) {
	<-a.done
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.best, a.why
}

func main() {
	lots := []struct {
		item   string
		buyNow int
		bids   []bid
	}{
		{"oak table", 500, []bid{{"ruth", 120}, {"ben", 90}, {"ruth", 180}}},
		{"wall clock", 200, []bid{{"ben", 150}, {"hanna", 220}, {"ruth", 230}}},
		{"record player", 300, []bid{{"hanna", 60}, {"ben", 75}}},
	}
	for _, lot := range lots {
		a := Open(lot.item, lot.buyNow, 60*time.Millisecond)
		go func() {
			for _, b := range lot.bids {
				if err := a.Bid(b.who, b.amount); err != nil {
					fmt.Println("  rejected:", err)
				}
				time.Sleep(5 * time.Millisecond)
			}
		}()
		winner, why := a.Result()
		fmt.Printf("%s: %s for %d (%s)\n", a.item, winner.who, winner.amount, why)
	}
}
