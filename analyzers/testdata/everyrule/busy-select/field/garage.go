// Package garage keeps count of the free places in a parking garage.
package garage

import "sync/atomic"

// Garage is a garage with a barrier at each end.
type Garage struct {
	in, out chan struct{}
	free    atomic.Int64
}

// New returns a garage with n places.
func New(n int64) *Garage {
	g := &Garage{in: make(chan struct{}), out: make(chan struct{})}
	g.free.Store(n)
	return g
}

// Enter tells that a car has come in.
func (g *Garage) Enter() { g.in <- struct{}{} }

// Leave tells that a car has gone out.
func (g *Garage) Leave() { g.out <- struct{}{} }

// Free tells how many places are free.
func (g *Garage) Free() int64 { return g.free.Load() }

// Run counts the cars until quit is closed.
func (g *Garage) Run(quit <-chan struct{}) {
	for { // BUG?
		select { // BUG?
		case <-g.in:
			g.free.Add(-1)
		case <-g.out:
			g.free.Add(1)
		case <-quit:
			return
		default: // BUG?
		}
	}
}
