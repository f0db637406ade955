// Package main has goroutines that lock lots and bidders in both orders: a program that is too
// large to be searched as a whole.
package main

import (
	"fmt"
	"sync"
)

type bidder struct {
	mu    sync.Mutex
	funds int
	leads map[*lot]int
}

type lot struct {
	mu     sync.Mutex
	best   int
	leader *bidder
}

func (b *bidder) reserve(l *lot, amount int) bool {
	b.mu.Lock() // want `likely deadlock: bid locks l.mu \(main.go:\d+\), then reserve locks b.mu; b.withdraw\(\) locks them the other way round, and both wait for ever \(lock-order\)`
	defer b.mu.Unlock()
	if b.funds < amount {
		return false
	}
	b.funds -= amount
	b.leads[l] = amount
	return true
}

func (l *lot) bid(b *bidder, amount int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if amount > l.best && b.reserve(l, amount) {
		l.leader, l.best = b, amount
	}
}

func (b *bidder) withdraw() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for l := range b.leads {
		l.mu.Lock()
		if l.leader == b {
			l.leader, l.best = nil, 0
		}
		l.mu.Unlock()
	}
}

// A shop and its tills: the goroutines that lock the one way have ended when the others start.
type shop struct {
	mu    sync.Mutex
	tills map[int]*till
	sum   int
}

type till struct {
	mu   sync.Mutex
	shop *shop
	sum  int
}

func (t *till) sell(cents int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.sum += cents
	t.shop.mu.Lock()
	t.shop.sum += cents
	t.shop.mu.Unlock()
}

func (s *shop) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.tills {
		t.mu.Lock()
		s.sum -= t.sum
		t.mu.Unlock()
	}
}

func main() {
	lots := []*lot{{}, {}, {}, {}}
	var bidders []*bidder
	for range 3 {
		bidders = append(bidders, &bidder{funds: 5000, leads: make(map[*lot]int)})
	}
	var wg sync.WaitGroup
	for i, b := range bidders {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for r := range 2000 {
				lots[(r+i)%len(lots)].bid(b, 10+r%50+i)
			}
		}()
		go func() {
			defer wg.Done()
			for range 2000 {
				b.withdraw()
			}
		}()
	}
	wg.Wait()

	s := &shop{tills: make(map[int]*till)}
	for i := range 5 {
		s.tills[i] = &till{shop: s}
	}
	var selling, closing sync.WaitGroup
	for _, t := range s.tills {
		selling.Go(func() {
			for range 1000 {
				t.sell(5)
			}
		})
	}
	selling.Wait()
	for range 2 {
		closing.Go(func() {
			for range 10 {
				s.close()
			}
		})
	}
	closing.Wait()
	fmt.Println(s.sum)
}
