package geo

import (
	"fmt"
	"sync"
)

type Point struct{ Lat, Lon float64 }

type Resolver func(place string) (Point, error)

// Gazetteer caches a resolver.
type Gazetteer struct {
	lock    sync.RWMutex
	points  map[string]Point
	resolve Resolver
	misses  int
}

func New(r Resolver) *Gazetteer {
	return &Gazetteer{points: make(map[string]Point), resolve: r}
}

// Where returns the position of a place.
func (g *Gazetteer) Where(place string) (Point, error) {
	g.lock.RLock() // BUG: double-lock
	defer g.lock.RUnlock()
	if p, ok := g.points[place]; ok {
		return p, nil
	}
	return g.learn(place) // BUG: double-lock
}

func (g *Gazetteer) learn(place string) (Point, error) {
	p, err := g.resolve(place)
	if err != nil {
		return Point{}, fmt.Errorf("geo: %s: %w", place, err)
	}
	g.lock.Lock() // BUG: double-lock
	defer g.lock.Unlock()
	g.points[place] = p
	g.misses++
	return p, nil
}

// Misses counts the calls of the resolver.
func (g *Gazetteer) Misses() int {
	g.lock.RLock()
	defer g.lock.RUnlock()
	return g.misses
}
