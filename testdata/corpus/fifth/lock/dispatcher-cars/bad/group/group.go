// Package group distributes calls among cars.
package group

import (
	"errors"
	"sync"

	"fifth/lock/dispatcher-cars/bad/car"
)

// ErrNoCars is returned by a group without cars.
var ErrNoCars = errors.New("group: no cars")

// Group is the dispatcher.
type Group struct {
	mu       sync.Mutex
	cars     []*car.Car
	calls    int
	arrivals map[int]int // floor to number
}

// New makes a group of n cars.
func New(n int) *Group {
	g := &Group{arrivals: make(map[int]int)}
	for i := range n {
		g.cars = append(g.cars, car.New(i, g))
	}
	return g
}

// Cars returns the cars; the slice does not change after New.
func (g *Group) Cars() []*car.Car { return g.cars }

// Call sends the car with the least to do.
func (g *Group) Call(floor int) (int, error) {
	g.mu.Lock() // BUG: lock-order
	defer g.mu.Unlock()
	g.calls++
	if len(g.cars) == 0 {
		return 0, ErrNoCars
	}
	best := g.cars[0]
	for _, c := range g.cars[1:] {
		if c.Load() < best.Load() { // BUG: lock-order
			best = c
		}
	}
	best.AddStop(floor) // BUG: lock-order
	return best.ID, nil
}

// Arrived implements car.Listener.
func (g *Group) Arrived(_, floor int) {
	g.mu.Lock() // BUG: lock-order
	defer g.mu.Unlock()
	g.arrivals[floor]++
}

// Total returns the numbers of calls and arrivals.
func (g *Group) Total() (calls, arrived int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, n := range g.arrivals {
		arrived += n
	}
	return g.calls, arrived
}
