package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
	"time"
)

var (
	ErrUnknown = errors.New("no such lot")
	ErrTooLow  = errors.New("bid too low")
	ErrOver    = errors.New("auction is over")
)

// Lot is something for sale.
type Lot struct {
	ID     int
	Title  string
	Price  int
	Leader string
	Bids   int
	Ends   time.Time
}

// House runs auctions. All methods may be called at any time.
type House struct {
	mu      sync.Mutex
	lots    map[int]*Lot
	nextID  int
	bidders map[string]int
	now     func() time.Time
}

func NewHouse(now func() time.Time) *House {
	return &House{lots: map[int]*Lot{}, bidders: map[string]int{}, now: now}
}

// Offer puts a lot up for sale.
func (h *House) Offer(title string, min int, d time.Duration) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.nextID++
	h.lots[h.nextID] = &Lot{ID: h.nextID, Title: title, Price: min, Ends: h.now().Add(d)}
	return h.nextID
}

// find returns a lot; the caller holds h.mu.
func (h *House) find(id int) (*Lot, error) {
	l, ok := h.lots[id]
	if !ok {
		return nil, fmt.Errorf("%w: %d", ErrUnknown, id)
	}
	return l, nil
}

// Bid offers an amount for a lot.
func (h *House) Bid(id int, who string, amount int) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	l, err := h.find(id)
	if err != nil {
		return err
	}
	if h.now().After(l.Ends) {
		return ErrOver
	}
	if amount <= l.Price {
		return fmt.Errorf("%w: %d is asked for %s", ErrTooLow, l.Price+1, l.Title)
	}
	l.Price = amount
	l.Leader = who
	l.Bids++
	h.bidders[who]++
	return nil
}

// Catalogue lists the lots by their number.
func (h *House) Catalogue() []Lot {
	h.mu.Lock()
	defer h.mu.Unlock()
	list := make([]Lot, 0, len(h.lots))
	for _, l := range h.lots {
		list = append(list, *l)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	return list
}

// Activity tells how many bids a bidder made.
func (h *House) Activity(who string) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.bidders[who]
}
