package main

import (
	"errors"
	"sync"
)

// Errors of a turnstile.
var (
	ErrCard = errors.New("turnstile: invalid card")
	ErrFull = errors.New("turnstile: building is full")
	ErrIn   = errors.New("turnstile: already inside")
)

// Turnstile counts who is inside.
type Turnstile struct {
	mu     sync.Mutex
	cards  map[string]int
	inside map[string]bool
	limit  int
}

// New makes a turnstile; cards maps the cards to their number of visits.
func New(limit int, cards map[string]int) *Turnstile {
	own := make(map[string]int, len(cards))
	for c, n := range cards {
		own[c] = n
	}
	return &Turnstile{cards: own, inside: make(map[string]bool), limit: limit}
}

// Enter lets a card in.
func (t *Turnstile) Enter(card string) error {
	t.mu.Lock()
	left, ok := t.cards[card]
	if !ok || left == 0 {
		t.mu.Unlock()
		return ErrCard
	}
	if t.inside[card] {
		t.mu.Unlock()
		return ErrIn
	}
	if len(t.inside) >= t.limit {
		t.mu.Unlock()
		return ErrFull
	}
	t.cards[card]--
	t.inside[card] = true
	t.mu.Unlock()
	return nil
}

// EnterAny lets the first card in that works.
func (t *Turnstile) EnterAny(cards ...string) (string, bool) {
next:
	for _, c := range cards {
		t.mu.Lock()
		switch {
		case t.inside[c]:
			t.mu.Unlock()
			continue next
		case t.cards[c] == 0:
			t.mu.Unlock()
			continue
		case len(t.inside) >= t.limit:
			t.mu.Unlock()
			break next
		}
		t.cards[c]--
		t.inside[c] = true
		t.mu.Unlock()
		return c, true
	}
	return "", false
}

// Leave lets a card out.
func (t *Turnstile) Leave(card string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.inside, card)
}

// Inside is the number of people inside.
func (t *Turnstile) Inside() int {
	t.mu.Lock()
	n := len(t.inside)
	t.mu.Unlock()
	return n
}
