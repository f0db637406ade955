// Package fleet tracks the positions of delivery vans.
package fleet

import (
	"fmt"
	"io"
	"math"
	"sync"
)

// Position is a point on the flat city map, in metres.
type Position struct{ X, Y float64 }

func (p Position) distance(q Position) float64 {
	return math.Hypot(p.X-q.X, p.Y-q.Y)
}

// Tracker is told about every move of every van.
type Tracker struct {
	mu      sync.RWMutex
	vans    map[string]Position
	mileage map[string]float64
}

func NewTracker() *Tracker {
	return &Tracker{
		vans:    map[string]Position{},
		mileage: map[string]float64{},
	}
}

// Move records a new position of a van.
func (t *Tracker) Move(van string, to Position) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if from, ok := t.vans[van]; ok {
		t.mileage[van] += from.distance(to)
	}
	t.vans[van] = to // BUG: guarded-escape
}

// Retire forgets a van.
func (t *Tracker) Retire(van string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.vans, van) // BUG: guarded-escape
	delete(t.mileage, van)
}

// Mileage returns the distance a van has covered so far.
func (t *Tracker) Mileage(van string) float64 {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.mileage[van]
}

// Positions returns where all the vans are.
func (t *Tracker) Positions() map[string]Position {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.vans // BUG: guarded-escape
}

// Nearest returns the van closest to a pickup point.
func (t *Tracker) Nearest(p Position) (van string, ok bool) {
	best := math.Inf(1)
	for name, pos := range t.Positions() { // BUG: guarded-escape
		if d := pos.distance(p); d < best {
			best, van, ok = d, name, true
		}
	}
	return van, ok
}

// Report writes the mileage of one van in kilometres.
func (t *Tracker) Report(w io.Writer, van string) error {
	_, err := fmt.Fprintf(w, "%s: %.1f km\n", van, t.Mileage(van)/1000)
	return err
}
