// Package handedpointers gives away pointers whose objects it changes in place.
package handedpointers

import (
	"fmt"
	"net/http"
	"sync"
)

// A Forecast is what the weather will be.
type Forecast struct {
	Text    string
	Degrees int
}

// A Station holds the latest forecast.
type Station struct {
	mu     sync.RWMutex
	latest *Forecast
}

func NewStation(first Forecast) *Station { return &Station{latest: &first} }

func (s *Station) Latest() *Forecast {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.latest // want `likely data race: Latest returns the pointer s.latest itself, not a copy; whoever reads its Text does so without s.mu, which Update holds when it changes it \(guarded-escape\)`
}

func (s *Station) Update(f Forecast) {
	s.mu.Lock()
	*s.latest = f
	s.mu.Unlock()
}

// A Thermostat changes one field.
type Thermostat struct {
	lock   sync.Mutex
	target *Target
}

type Target struct{ Degrees, steps int }

func (t *Thermostat) Target() (*Target, error) {
	t.lock.Lock()
	target := t.target
	t.lock.Unlock()
	return target, nil // want `Target returns the pointer t.target itself, not a copy; whoever reads its Degrees does so without t.lock, which Warmer holds when it changes it \(guarded-escape\)`
}

func (t *Thermostat) Warmer() {
	t.lock.Lock()
	defer t.lock.Unlock()
	goal := t.target
	goal.Degrees++
	goal.steps++
}

// limits are asked for by a handler.
type limits struct{ perMinute, perDay int }

type gate struct {
	mu  sync.Mutex
	now *limits
}

func (g *gate) limits() *limits {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.now // want `limits returns the pointer g.now itself, not a copy; ServeHTTP reads its perDay without g.mu, which set holds when it changes it \(guarded-escape\)`
}

func (g *gate) set(l limits) {
	g.mu.Lock()
	defer g.mu.Unlock()
	*g.now = l
}

// A Gate serves requests.
type Gate struct{ gate *gate }

func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, g.gate.limits().perDay)
}

func (g *Gate) Set(perMinute, perDay int) { g.gate.set(limits{perMinute, perDay}) }
