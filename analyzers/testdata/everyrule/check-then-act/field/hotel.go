// Package hotel books rooms.
package hotel

import (
	"errors"
	"sync"
)

// ErrTaken is returned for a room that somebody else has booked.
var ErrTaken = errors.New("room is taken")

type plan struct {
	sync.RWMutex
	guests map[int]string
}

// A Hotel may be used by several goroutines at once.
type Hotel struct {
	plan plan
}

// New returns an empty hotel.
func New() *Hotel {
	h := &Hotel{}
	h.plan.guests = make(map[int]string)
	return h
}

// Book gives a free room to a guest.
func (h *Hotel) Book(room int, guest string) error {
	h.plan.RLock()
	_, taken := h.plan.guests[room]
	h.plan.RUnlock()
	if taken {
		return ErrTaken
	}
	h.plan.Lock()
	defer h.plan.Unlock()
	h.plan.guests[room] = guest // BUG
	return nil
}
