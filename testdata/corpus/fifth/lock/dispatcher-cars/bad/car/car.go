// Package car models one cabin of an elevator group.
package car

import (
	"fmt"
	"sync"
)

// Listener hears about arrivals.
type Listener interface {
	Arrived(car, floor int)
}

// Car is safe for concurrent use.
type Car struct {
	ID int

	mu     sync.Mutex
	floor  int
	stops  []int
	notify Listener
}

// New puts a car on the ground floor.
func New(id int, l Listener) *Car {
	return &Car{ID: id, notify: l}
}

// Load is the number of stops the car still has to make.
func (c *Car) Load() int {
	c.mu.Lock() // BUG: lock-order
	defer c.mu.Unlock()
	return len(c.stops)
}

// AddStop appends a stop.
func (c *Car) AddStop(floor int) {
	c.mu.Lock() // BUG: lock-order
	defer c.mu.Unlock()
	c.stops = append(c.stops, floor)
}

// Step moves to the next stop; it reports whether there was one.
func (c *Car) Step() bool {
	c.mu.Lock() // BUG: lock-order
	defer c.mu.Unlock()
	if len(c.stops) == 0 {
		return false
	}
	c.floor, c.stops = c.stops[0], c.stops[1:]
	c.notify.Arrived(c.ID, c.floor) // BUG: lock-order
	return true
}

func (c *Car) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return fmt.Sprintf("car %d at %d", c.ID, c.floor)
}
