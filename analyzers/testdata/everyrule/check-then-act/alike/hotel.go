// Package hotel books rooms and prints a key card for each.
package hotel

import "sync"

// A Hotel may be used by several goroutines at once.
type Hotel struct {
	mu    sync.RWMutex
	cards map[int]string
}

// New returns an empty hotel.
func New() *Hotel {
	return &Hotel{cards: make(map[int]string)}
}

func (h *Hotel) card(room int) (string, bool) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	c, ok := h.cards[room]
	return c, ok
}

// Book returns the card of a room, and makes it if there is none.
func (h *Hotel) Book(room int, print func(int) string) string {
	if c, ok := h.card(room); ok {
		return c
	}
	fresh := print(room) // slow, hence without the lock
	h.mu.Lock()
	defer h.mu.Unlock()
	if c, ok := h.cards[room]; ok {
		return c
	}
	h.cards[room] = fresh
	return fresh
}

// Free takes the card of a room back.
func (h *Hotel) Free(room int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.cards, room)
}
