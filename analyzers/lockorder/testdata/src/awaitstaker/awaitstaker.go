// Package awaitstaker waits for a goroutine while it holds the lock that the goroutine needs.
package awaitstaker

import "sync"

type Auction struct {
	bids       chan int
	quit, done chan struct{}

	state struct {
		sync.Mutex
		best int
	}
}

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
			a.state.Lock() // related `the goroutine may wait for the lock here`
			a.state.best = max(a.state.best, b)
			a.state.Unlock()
		case <-a.quit:
			return
		}
	}
}

func (a *Auction) Bids() chan<- int { return a.bids }

func (a *Auction) Stop() int {
	a.state.Lock() // related `the lock is taken here`
	defer a.state.Unlock()
	close(a.quit)
	<-a.done // want `^likely deadlock: Stop waits here for a.done and holds a.state.Mutex, which run needs before it can end and close a.done \(block-under-lock\)$`
	return a.state.best
}
