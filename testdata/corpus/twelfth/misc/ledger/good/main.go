package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
)

type Cents int64

// balances can be read at any time; who writes has to be agreed elsewhere.
type balances struct {
	mu sync.RWMutex
	m  map[string]Cents
}

func (b *balances) get(name string) Cents {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.m[name]
}

func (b *balances) set(name string, v Cents) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.m[name] = v
}

func (b *balances) names() []string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return slices.Sorted(maps.Keys(b.m))
}

type posting struct {
	from, to string
	amount   Cents
}

type Ledger struct {
	posting sync.Mutex
	bal     balances
	journal []posting
	notify  func(string, Cents)
}

var errFunds = errors.New("insufficient funds")

func (l *Ledger) Post(p posting) error {
	l.posting.Lock()
	defer l.posting.Unlock()
	return l.apply(p)
}

func (l *Ledger) apply(p posting) error {
	have := l.bal.get(p.from)
	if have < p.amount {
		return fmt.Errorf("%s: %w", p.from, errFunds)
	}
	l.bal.set(p.from, have-p.amount)
	l.bal.set(p.to, l.bal.get(p.to)+p.amount)
	l.journal = append(l.journal, p)
	if l.notify != nil {
		l.notify(p.from, have-p.amount)
	}
	return nil
}

// PostAll books everything or nothing.
func (l *Ledger) PostAll(ps ...posting) error {
	l.posting.Lock()
	defer l.posting.Unlock()
	for i, p := range ps {
		if err := l.apply(p); err != nil {
			for _, done := range slices.Backward(ps[:i]) {
				l.undo(done)
			}
			return err
		}
	}
	return nil
}

func (l *Ledger) undo(p posting) {
	l.bal.set(p.to, l.bal.get(p.to)-p.amount)
	l.bal.set(p.from, l.bal.get(p.from)+p.amount)
	l.journal = l.journal[:len(l.journal)-1]
}

// Balance does not wait for bookings in progress.
func (l *Ledger) Balance(name string) Cents { return l.bal.get(name) }

func main() {
	low := 0
	l := &Ledger{bal: balances{m: map[string]Cents{"house": 0, "ann": 900, "bob": 900, "cy": 0}}}
	l.notify = func(name string, left Cents) {
		if left < 100 {
			low++
		}
	}

	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			a, b := "ann", "bob"
			if i%2 == 1 {
				a, b = b, a
			}
			for range 200 {
				_ = l.Post(posting{a, b, 7})
				_ = l.PostAll(posting{a, "cy", 5}, posting{"cy", "house", 1}, posting{"cy", b, 4})
				if l.Balance("house") < 0 {
					panic("house went negative")
				}
			}
		})
	}
	wg.Wait()

	var sum Cents
	for _, n := range l.bal.names() {
		sum += l.Balance(n)
	}
	fmt.Println("total:", sum, "journal:", len(l.journal) > 0, "warnings:", low >= 0)
}
