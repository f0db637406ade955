// Package market lets traders exchange offers.
package market

import (
	"fmt"
	"sync"
)

// Offer is a price for some good.
type Offer struct {
	From  string
	Good  string
	Price int
}

// Trader reacts to offers of its partner. Each one runs in its own goroutine.
type Trader struct {
	name    string
	inbox   chan Offer
	partner *Trader
	limit   int
	mu      sync.Mutex
	log     []string
}

// Deal is what two traders agreed on.
type Deal struct {
	Good     string
	Low, Top int
}

// Deals sums up the noted offers by good.
func Deals(offers []Offer) map[string]Deal {
	out := make(map[string]Deal)
	for _, o := range offers {
		d, ok := out[o.Good]
		if !ok {
			d = Deal{Good: o.Good, Low: o.Price, Top: o.Price}
		}
		d.Low, d.Top = min(d.Low, o.Price), max(d.Top, o.Price)
		out[o.Good] = d
	}
	return out
}

// NewTrader makes a trader who pays up to limit.
func NewTrader(name string, limit int) *Trader {
	return &Trader{name: name, inbox: make(chan Offer), limit: limit} // BUG: send-no-receiver
}

func (t *Trader) note(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.log = append(t.log, fmt.Sprintf(format, args...))
}

// Log returns what happened.
func (t *Trader) Log() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return append([]string(nil), t.log...)
}

// run makes a first offer and then answers rounds offers of the partner.
func (t *Trader) run(good string, start, rounds int) {
	price := start
	for range rounds {
		t.partner.inbox <- Offer{From: t.name, Good: good, Price: price} // BUG: send-no-receiver
		o := <-t.inbox
		if o.Price > t.limit {
			t.note("%s asks too much for %s", o.From, o.Good)
			continue
		}
		t.note("%s offers %s for %d", o.From, o.Good, o.Price)
		price = (price + o.Price) / 2
	}
}

// Haggle lets two traders talk for some rounds.
func Haggle(a, b *Trader, rounds int) {
	a.partner, b.partner = b, a
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { // BUG: send-no-receiver
		defer wg.Done()
		a.run("wool", 40, rounds) // BUG: send-no-receiver
	}()
	go func() { // BUG: send-no-receiver
		defer wg.Done()
		b.run("grain", 90, rounds) // BUG: send-no-receiver
	}()
	wg.Wait() // BUG: send-no-receiver
}
