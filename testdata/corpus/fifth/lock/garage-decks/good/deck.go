// Package garage models a parking garage with several decks.
package garage

import (
	"errors"
	"sync"
)

var (
	ErrFull    = errors.New("garage: full")
	ErrUnknown = errors.New("garage: unknown car")
)

type deck struct {
	mu    sync.RWMutex
	cap   int
	cars  map[string]int // plate to place
	holes []int
}

func newDeck(n int) *deck {
	d := &deck{cap: n, cars: make(map[string]int)}
	for i := n; i > 0; i-- {
		d.holes = append(d.holes, i)
	}
	return d
}

// freeLocked and the other ...Locked methods need d.mu.
func (d *deck) freeLocked() int { return d.cap - len(d.cars) }

func (d *deck) putLocked(plate string) (place int) {
	last := len(d.holes) - 1
	place = d.holes[last]
	d.holes = d.holes[:last]
	d.cars[plate] = place
	return place
}

func (d *deck) takeLocked(plate string) bool {
	place, ok := d.cars[plate]
	if !ok {
		return false
	}
	delete(d.cars, plate)
	d.holes = append(d.holes, place)
	return true
}

func (d *deck) put(plate string) (int, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.freeLocked() == 0 {
		return 0, false
	}
	return d.putLocked(plate), true
}
