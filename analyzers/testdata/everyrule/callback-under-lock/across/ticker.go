// Package ticker tells its subscribers about the prices of shares.
package ticker

import "sync"

// A Ticker may be used by several goroutines at once.
type Ticker struct {
	mu     sync.Mutex
	subs   []func(share string, price int)
	prices map[string]int
}

// New returns a ticker without prices.
func New() *Ticker {
	return &Ticker{prices: make(map[string]int)}
}

// Subscribe registers a function that is called for each new price.
func (t *Ticker) Subscribe(f func(share string, price int)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.subs = append(t.subs, f)
}

func (t *Ticker) announce(share string, price int) {
	for _, f := range t.subs {
		f(share, price) // BUG?
	}
}

// Set changes a price.
func (t *Ticker) Set(share string, price int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.prices[share] != price {
		t.prices[share] = price
		t.announce(share, price) // BUG?
	}
}
