// Package auction runs an auction that ends when it is stopped.
package auction

import "sync"

// An Auction may be used by several goroutines at once.
type Auction struct {
	bids chan int
	quit chan struct{}
	done chan struct{}

	state struct {
		sync.Mutex
		best int
	}
}

// Open starts an auction.
func Open() *Auction {
	a := &Auction{bids: make(chan int), quit: make(chan struct{}), done: make(chan struct{})}
	go a.run()
	return a
}

func (a *Auction) run() {
	defer close(a.done)
	for {
		select {
		case b := <-a.bids:
			a.state.Lock()
			a.state.best = max(a.state.best, b)
			a.state.Unlock()
		case <-a.quit:
			return
		}
	}
}

// Bids is where the bids go until Stop is called.
func (a *Auction) Bids() chan<- int { return a.bids }

// Stop ends the auction and returns the best bid; it must be called once.
func (a *Auction) Stop() int {
	a.state.Lock()
	defer a.state.Unlock()
	close(a.quit)
	<-a.done // BUG
	return a.state.best
}
