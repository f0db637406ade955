package main

import (
	"fmt"
	"sync"
)

type bidder struct {
	name string

	mu     sync.Mutex
	funds  int
	leads  map[*lot]int
	errors int
}

func newBidder(name string, funds int) *bidder {
	return &bidder{name: name, funds: funds, leads: make(map[*lot]int)}
}

type lot struct {
	title string

	mu     sync.Mutex
	best   int
	leader *bidder
	closed bool
}

// reserve blocks an amount of the bidder's funds for l.
func (b *bidder) reserve(l *lot, amount int) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.funds+b.leads[l] < amount {
		b.errors++
		return fmt.Errorf("%s cannot pay %d for %s", b.name, amount, l.title)
	}
	b.funds += b.leads[l] - amount
	b.leads[l] = amount
	return nil
}

// release gives the blocked funds back.
func (b *bidder) release(l *lot) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.funds += b.leads[l]
	delete(b.leads, l)
}
