// Package routes models the stops and lines of a bus network.
package routes

import (
	"iter"
	"maps"
	"slices"
	"sync"
)

// Network is safe for concurrent use.
type Network struct {
	mu    sync.RWMutex
	lines map[string]map[string]bool // by stop
}

// NewNetwork returns a network without stops.
func NewNetwork() *Network {
	return &Network{lines: make(map[string]map[string]bool)}
}

// Serve lets a line stop somewhere.
func (n *Network) Serve(line string, stops ...string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, s := range stops {
		if n.lines[s] == nil {
			n.lines[s] = make(map[string]bool)
		}
		n.lines[s][line] = true
	}
}

// Stops iterates over all stops, in no particular order.
func (n *Network) Stops() iter.Seq[string] {
	return func(yield func(string) bool) {
		n.mu.RLock()
		all := slices.Collect(maps.Keys(n.lines))
		n.mu.RUnlock()
		for _, s := range all {
			if !yield(s) {
				return
			}
		}
	}
}

// Lines counts the lines that serve a stop.
func (n *Network) Lines(stop string) int {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return len(n.lines[stop])
}

// Busiest returns the stop with most lines.
func (n *Network) Busiest() (best string) {
	most := 0
	for s := range n.Stops() {
		if c := n.Lines(s); c > most {
			best, most = s, c
		}
	}
	return best
}
