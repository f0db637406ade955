// Package thermostat keeps a room at the wanted temperature.
package thermostat

import "sync"

// A Thermostat may be used by several goroutines at once.
type Thermostat struct {
	mu     sync.Mutex
	target float64
	actual float64
}

// Measured notes the temperature of the room.
func (t *Thermostat) Measured(degrees float64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.actual = degrees
}

// Heat tells whether the heating has to be on.
func (t *Thermostat) Heat() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.actual < t.target
}

func (t *Thermostat) guard() {
	t.mu.Lock()   // BUG?
	t.mu.Unlock() // BUG?
}

// Want changes the wanted temperature.
func (t *Thermostat) Want(degrees float64) {
	t.guard()          // BUG?
	t.target = degrees // BUG?
}
