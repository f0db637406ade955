package auction

import (
	"errors"
	"sync"
)

var ErrGone = errors.New("auction: no such lot")

type Lot struct {
	Title string
	Bids  []int
	Sold  bool
}

type House struct {
	mu   sync.Mutex
	open map[string]*Lot
}

func (h *House) Offer(id, title string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.open == nil {
		h.open = make(map[string]*Lot)
	}
	h.open[id] = &Lot{Title: title}
}

func (h *House) Bid(id string, amount int) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	l := h.open[id]
	if l == nil {
		return ErrGone
	}
	l.Bids = append(l.Bids, amount)
	return nil
}

func (h *House) take(id string) *Lot {
	h.mu.Lock()
	defer h.mu.Unlock()
	l := h.open[id]
	delete(h.open, id)
	return l
}

// Hammer ends the auction of a lot. The lot is the caller's from then on.
func (h *House) Hammer(id string) (*Lot, error) {
	l := h.take(id)
	if l == nil {
		return nil, ErrGone
	}
	for i := 1; i < len(l.Bids); i++ {
		if l.Bids[i] > l.Bids[0] {
			l.Bids[0], l.Bids[i] = l.Bids[i], l.Bids[0]
		}
	}
	l.Sold = len(l.Bids) > 0
	return l, nil
}
