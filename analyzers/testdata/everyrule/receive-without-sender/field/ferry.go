// Package ferry counts the cars on a ferry and lets the mate wait until it is full.
package ferry

import "sync"

// Ferry is a ferry with room for some cars.
type Ferry struct {
	mu   sync.Mutex
	cars int
	room int
	full chan struct{}
}

// New returns an empty ferry.
func New(room int) *Ferry {
	return &Ferry{room: room, full: make(chan struct{})}
}

// Board lets a car aboard, if there is room.
func (f *Ferry) Board() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.cars == f.room {
		return false
	}
	f.cars++
	return true
}

// WaitFull returns when no room is left.
func (f *Ferry) WaitFull() {
	<-f.full // BUG
}
