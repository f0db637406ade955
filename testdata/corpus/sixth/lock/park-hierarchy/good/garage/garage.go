// Package garage parks cars on floors that have rows.
package garage

import (
	"fmt"
	"sync"
)

type row struct {
	mu    sync.Mutex
	cars  []string
	slots int
}

func (r *row) put(car string) (int, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, c := range r.cars {
		if c == "" {
			r.cars[i] = car
			return i, true
		}
	}
	return 0, false
}

func (r *row) drop(i int) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	car := r.cars[i]
	r.cars[i] = ""
	return car
}

func (r *row) count() (n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, c := range r.cars {
		if c != "" {
			n++
		}
	}
	return n
}

type floor struct {
	mu     sync.RWMutex
	rows   []*row
	closed bool
}

func (f *floor) put(car string) (r, slot int, ok bool) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	if f.closed {
		return 0, 0, false
	}
	for i, row := range f.rows {
		if slot, ok := row.put(car); ok {
			return i, slot, true
		}
	}
	return 0, 0, false
}

// clear closes the floor and returns its cars.
func (f *floor) clear() (cars []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	for _, r := range f.rows {
		for i := range r.slots {
			if car := r.drop(i); car != "" {
				cars = append(cars, car)
			}
		}
	}
	return cars
}

// Place tells where a car stands.
type Place struct{ Floor, Row, Slot int }

func (p Place) String() string { return fmt.Sprintf("%d.%d.%d", p.Floor, p.Row, p.Slot) }

// Garage is a building with floors.
type Garage struct {
	mu     sync.Mutex
	floors []*floor
	places map[string]Place
}

// New makes a garage.
func New(floors, rows, slots int) *Garage {
	g := &Garage{places: make(map[string]Place)}
	for range floors {
		f := &floor{}
		for range rows {
			f.rows = append(f.rows, &row{cars: make([]string, slots), slots: slots})
		}
		g.floors = append(g.floors, f)
	}
	return g
}

// Park finds a place for a car.
func (g *Garage) Park(car string) (Place, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.park(car)
}

func (g *Garage) park(car string) (Place, bool) {
	for i, f := range g.floors {
		if r, s, ok := f.put(car); ok {
			p := Place{i, r, s}
			g.places[car] = p
			return p, true
		}
	}
	return Place{}, false
}

// Leave frees a car's place.
func (g *Garage) Leave(car string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	p, ok := g.places[car]
	if !ok {
		return false
	}
	delete(g.places, car)
	f := g.floors[p.Floor]
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.rows[p.Row].drop(p.Slot) == car
}

// Close moves the cars of a floor elsewhere; it returns those for which there was no room.
func (g *Garage) Close(n int) (homeless []string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, car := range g.floors[n].clear() {
		if _, ok := g.park(car); !ok {
			delete(g.places, car)
			homeless = append(homeless, car)
		}
	}
	return homeless
}

// Count counts the parked cars without stopping the traffic.
func (g *Garage) Count() int {
	n := 0
	for _, f := range g.floors {
		f.mu.RLock()
		for _, r := range f.rows {
			n += r.count()
		}
		f.mu.RUnlock()
	}
	return n
}
