// Package concert sells seats. The one test that shows the bug stands behind four large ones.
package concert

import (
	"errors"
	"sync"
)

// The reasons for which a seat is not sold.
var (
	ErrTaken    = errors.New("the seat is taken")
	ErrDeclined = errors.New("the card was declined")
)

// A Bank takes money from a guest; it asks the guest's card, which takes a while.
type Bank interface {
	Charge(guest string) error
}

// A Hall has seats. Many guests buy at once.
type Hall struct {
	bank Bank

	mu    sync.Mutex        // guards guest
	guest map[string]string // by seat
}

// NewHall returns a hall whose seats are all free.
func NewHall(bank Bank) *Hall {
	return &Hall{bank: bank, guest: make(map[string]string)}
}

// Guest returns who has a seat; "" if it is free.
func (h *Hall) Guest(seat string) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.guest[seat]
}

// Free reports whether a seat can be had.
func (h *Hall) Free(seat string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.guest[seat] == ""
}

func (h *Hall) give(seat, guest string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.guest[seat] = guest
}

// Buy sells a seat to a guest, who pays for it. A guest who does not get the seat
// is not charged.
func (h *Hall) Buy(seat, guest string) error {
	if !h.Free(seat) {
		return ErrTaken
	}
	if err := h.bank.Charge(guest); err != nil {
		return ErrDeclined
	}
	h.give(seat, guest) // want `likely lost decision: Buy asks Free and then calls give, each under its own lock of mu; .*\(check-then-act\)`
	return nil
}
