// Package stock keeps what a shop has, and tells a screen about every change.
package stock

import (
	"fmt"
	"sync"
)

// A Stock counts pieces. A watcher is told of each change.
type Stock struct {
	changes chan string // names of things that have changed

	mu     sync.Mutex // guards pieces
	pieces map[string]int
}

// New returns an empty stock. Somebody has to call Watch.
func New() *Stock {
	return &Stock{changes: make(chan string), pieces: make(map[string]int)}
}

// Add changes how many pieces there are of a thing, and tells the watcher.
func (s *Stock) Add(thing string, n int) {
	s.changes <- thing
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pieces[thing] += n
}

// Close says that nothing will change any more.
func (s *Stock) Close() { close(s.changes) }

// Watch shows each change, with the number of pieces at that moment, until Close.
func (s *Stock) Watch(show func(line string)) {
	for thing := range s.changes {
		s.mu.Lock()
		n := s.pieces[thing]
		s.mu.Unlock()
		show(fmt.Sprintf("%s: %d", thing, n))
	}
}
