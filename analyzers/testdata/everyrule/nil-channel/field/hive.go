// Package hive reports what the scales under a beehive measure.
package hive

import "sync"

type ports struct {
	weight chan float64
	alarm  chan string
}

// Hive is a beehive on scales.
type Hive struct {
	mu    sync.Mutex
	last  float64
	ports ports
}

// New returns a hive without bees.
func New() *Hive {
	return &Hive{ports: ports{weight: make(chan float64, 1)}}
}

// Measure takes over a new weight.
func (h *Hive) Measure(w float64) {
	h.mu.Lock()
	fell := w < h.last/2
	h.last = w
	h.mu.Unlock()
	if fell {
		h.ports.alarm <- "swarm" // BUG
	}
	h.ports.weight <- w
}

// Weight returns the next weight.
func (h *Hive) Weight() float64 { return <-h.ports.weight }
