package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var errUnknown = errors.New("unknown symbol")

type quote struct {
	price int
	until time.Time
}

type market struct {
	mu     sync.RWMutex
	quotes map[string]quote
	feed   func(string) (int, error)
}

// refresh asks the feed for a new price.
func (m *market) refresh(sym string) (quote, error) {
	p, err := m.feed(sym)
	if err != nil {
		return quote{}, err
	}
	q := quote{p, time.Now().Add(time.Minute)}
	m.mu.Lock()
	m.quotes[sym] = q
	m.mu.Unlock()
	return q, nil
}

func (m *market) price(sym string) (int, error) {
	m.mu.RLock()
	q, ok := m.quotes[sym]
	m.mu.RUnlock()
	if ok && time.Now().Before(q.until) {
		return q.price, nil
	}
	q, err := m.refresh(sym)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", sym, err)
	}
	return q.price, nil
}

func feed(sym string) (int, error) {
	if len(sym) > 4 {
		return 0, errUnknown
	}
	return 100 * len(sym), nil
}

func main() {
	m := &market{quotes: make(map[string]quote), feed: feed}
	for _, s := range []string{"NOSUCH", "GO", "GO", "RUST"} {
		fmt.Println(m.price(s))
	}
}
