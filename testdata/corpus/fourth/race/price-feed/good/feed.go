// Package feed holds the latest quotes of a market.
package feed

import (
	"fmt"
	"sync"
	"time"
)

type Quote struct {
	Symbol   string
	Bid, Ask float64
}

// Spread is the distance between the two prices.
func (q Quote) Spread() float64 { return q.Ask - q.Bid }

// Ticker holds the current quote of one symbol. Quotes come in by one goroutine
// while any number of others read.
type Ticker struct {
	symbol string // fixed

	mu      sync.RWMutex
	last    Quote
	updates int
	when    time.Time
}

func NewTicker(symbol string) *Ticker { return &Ticker{symbol: symbol} }

func (t *Ticker) Symbol() string { return t.symbol }

// Update replaces the quote; crossed quotes are refused.
func (t *Ticker) Update(bid, ask float64) error {
	if bid > ask {
		return fmt.Errorf("feed: %s: crossed quote %v > %v", t.symbol, bid, ask)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last = Quote{t.symbol, bid, ask}
	t.updates++
	t.when = time.Now()
	return nil
}

func (t *Ticker) Last() (Quote, bool) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.last, t.updates > 0
}

// Stale reports whether no quote came for d.
func (t *Ticker) Stale(d time.Duration) bool {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return time.Since(t.when) > d
}

func (t *Ticker) String() string {
	q, ok := t.Last()
	if !ok {
		return t.symbol + " -/-"
	}
	return fmt.Sprintf("%s %.2f/%.2f", q.Symbol, q.Bid, q.Ask)
}
