// Package hotel keeps the bookings of a hotel.
package hotel

import (
	"errors"
	"fmt"
	"sync"
)

// The reasons for which a booking is refused.
var (
	ErrNoSuchRoom = errors.New("no such room")
	ErrTaken      = errors.New("the room is taken")
)

// A Hotel has rooms, each with a guest or without. Several clerks book at once.
type Hotel struct {
	rooms int // numbered from 1; never changes

	mu     sync.Mutex     // guards guests
	guests map[int]string // by room; a room that is not there is free
}

// New returns a hotel whose rooms are free.
func New(rooms int) *Hotel {
	return &Hotel{rooms: rooms, guests: make(map[int]string)}
}

// Book gives a room to a guest.
func (h *Hotel) Book(room int, guest string) error {
	h.mu.Lock()
	if room < 1 || room > h.rooms {
		return fmt.Errorf("room %d: %w", room, ErrNoSuchRoom)
	}
	if _, taken := h.guests[room]; taken {
		return fmt.Errorf("room %d: %w", room, ErrTaken)
	}
	h.guests[room] = guest
	h.mu.Unlock()
	return nil
}

// Free returns how many rooms are free.
func (h *Hotel) Free() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.rooms - len(h.guests)
}
