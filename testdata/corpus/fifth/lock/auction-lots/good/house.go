package main

import (
	"runtime"
	"slices"
	"strings"
)

type house struct {
	lots    []*lot
	bidders []*bidder
}

func (l *lot) bid(b *bidder, amount int) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed || amount <= l.best {
		return nil
	}
	if err := b.reserve(l, amount); err != nil {
		return err
	}
	if l.leader != nil && l.leader != b {
		l.leader.release(l)
	}
	l.leader, l.best = b, amount
	return nil
}

// withdraw takes the bidder out of every lot he leads.
func (h *house) withdraw(b *bidder) int {
	n := 0
	for _, l := range h.lots {
		l.mu.Lock()
		if l.leader == b {
			l.leader, l.best = nil, 0
			b.release(l)
			n++
		}
		l.mu.Unlock()
		runtime.Gosched()
	}
	return n
}

func (h *house) closeAll() (sold []string) {
	for _, l := range h.lots {
		l.mu.Lock()
		l.closed = true
		if l.leader != nil {
			sold = append(sold, l.title)
		}
		l.mu.Unlock()
	}
	slices.SortFunc(sold, strings.Compare)
	return sold
}
