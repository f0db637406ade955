// Package thermostat keeps a house at the wanted temperature.
package thermostat

import "sync"

type room struct {
	sync.RWMutex
	target, actual float64
}

// A House may be used by several goroutines at once.
type House struct {
	rooms [10]room
}

// Want changes the wanted temperature of a room.
func (h *House) Want(n int, degrees float64) {
	r := &h.rooms[n]
	r.Lock()
	defer r.Unlock()
	r.target = degrees
}

// Measured notes the temperature of a room.
func (h *House) Measured(n int, degrees float64) {
	h.rooms[n].Lock()           // BUG?
	h.rooms[n].Unlock()         // BUG?
	h.rooms[n].actual = degrees // BUG?
}

// Heat tells whether the heating of a room has to be on.
func (h *House) Heat(n int) bool {
	r := &h.rooms[n]
	r.RLock()
	defer r.RUnlock()
	return r.actual < r.target
}
