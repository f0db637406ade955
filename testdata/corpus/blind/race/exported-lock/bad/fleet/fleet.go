// Package fleet tracks vehicles.
package fleet

import (
	"math"
	"sync"
)

// Position is a place on the map.
type Position struct{ X, Y float64 }

// Dist is the distance to q.
func (p Position) Dist(q Position) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

// Vehicle is a vehicle of the fleet.
type Vehicle struct {
	Plate    string
	Pos      Position
	Odometer float64
}

// Fleet is a set of vehicles. Lock it before you look at its fields.
type Fleet struct {
	sync.RWMutex
	Vehicles map[string]*Vehicle
	Moves    int
}

// New makes a fleet with all vehicles in the depot.
func New(plates ...string) *Fleet {
	f := &Fleet{Vehicles: make(map[string]*Vehicle)}
	for _, p := range plates {
		f.Vehicles[p] = &Vehicle{Plate: p}
	}
	return f
}

// Move brings a vehicle to a place.
func (f *Fleet) Move(plate string, to Position) {
	f.Lock()
	defer f.Unlock()
	v, ok := f.Vehicles[plate]
	if !ok {
		v = &Vehicle{Plate: plate}
		f.Vehicles[plate] = v
	}
	v.Odometer += v.Pos.Dist(to)
	v.Pos = to
	f.Moves++
}
