// Package depot takes parcels until it is closed.
package depot

import (
	"errors"
	"sync"
)

// ErrRefused tells that a depot is full or closed.
var ErrRefused = errors.New("depot: parcel refused")

// Depot is a store of parcels.
type Depot struct {
	mu      sync.Mutex
	closed  bool
	parcels chan string
}

// New returns a depot with room for n parcels.
func New(n int) *Depot {
	return &Depot{parcels: make(chan string, n)}
}

// Put stores a parcel.
func (d *Depot) Put(p string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return ErrRefused
	}
	select {
	case d.parcels <- p:
		return nil
	default:
		return ErrRefused
	}
}

// Close ends the store; what is stored can still be taken from Parcels.
func (d *Depot) Close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.closed {
		d.closed = true
		close(d.parcels)
	}
}

// Parcels returns the stored parcels.
func (d *Depot) Parcels() <-chan string { return d.parcels }
