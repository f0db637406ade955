// Package bakery sells cakes as they leave the oven.
package bakery

import "sync"

type tray struct {
	sync.Mutex
	filled sync.Cond
	cakes  int
}

// A Shop may be used by several goroutines at once.
type Shop struct {
	tray *tray
}

// Open returns a shop without cakes.
func Open() *Shop {
	t := &tray{}
	t.filled.L = t
	return &Shop{tray: t}
}

// Bake adds a cake.
func (s *Shop) Bake() {
	s.tray.Lock()
	s.tray.cakes++
	s.tray.Unlock()
	s.tray.filled.Signal()
}

// Buy takes a cake, waits for one if need be, and tells how many are left.
func (s *Shop) Buy() int {
	s.tray.Lock()
	defer s.tray.Unlock()
	if s.tray.cakes == 0 {
		s.tray.filled.Wait() // BUG
	}
	s.tray.cakes--
	return s.tray.cakes
}
