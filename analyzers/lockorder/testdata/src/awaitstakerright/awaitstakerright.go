// Package awaitstakerright waits for goroutines that can go on.
package awaitstakerright

import "sync"

type Auction struct {
	mu         sync.Mutex
	closing    sync.Mutex
	best       int
	bids       chan int
	quit, done chan struct{}
	ready      chan struct{}
}

func Open() *Auction {
	a := &Auction{bids: make(chan int), quit: make(chan struct{}), done: make(chan struct{}), ready: make(chan struct{})}
	go a.run()
	go a.prepare()
	return a
}

func (a *Auction) run() {
	defer close(a.done)
	for {
		select {
		case b := <-a.bids:
			a.mu.Lock()
			a.best = max(a.best, b)
			a.mu.Unlock()
		case <-a.quit:
			return
		}
	}
}

func (a *Auction) Bids() chan<- int { return a.bids }

// Stop gives the lock back before it waits.
func (a *Auction) Stop() int {
	a.mu.Lock()
	a.best = max(a.best, 1)
	a.mu.Unlock()
	close(a.quit)
	<-a.done
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.best
}

// Close holds a lock that the goroutine does not need.
func (a *Auction) Close() {
	a.closing.Lock()
	defer a.closing.Unlock()
	<-a.done
}

// prepare takes no lock in turns.
func (a *Auction) prepare() {
	a.closing.Lock()
	a.closing.Unlock()
	close(a.ready)
}
