// Package flags keeps feature switches that are read on every request and
// changed a few times a day.
package flags

import (
	"maps"
	"sync"
	"sync/atomic"
)

type table map[string]bool

// Set is a set of switches. The zero value is empty and ready to use.
type Set struct {
	cur atomic.Pointer[table] // the table is never changed once stored
	wr  sync.Mutex            // one writer at a time
}

// On reports whether the switch is on. It takes no lock.
func (s *Set) On(name string) bool {
	t := s.cur.Load()
	if t == nil {
		return false
	}
	return (*t)[name]
}

// Flip sets one switch.
func (s *Set) Flip(name string, on bool) {
	s.Update(func(m map[string]bool) { m[name] = on })
}

// Update lets f change a private copy and then makes the copy current.
// f must not keep the map, nor use s.
func (s *Set) Update(f func(map[string]bool)) {
	s.wr.Lock()
	defer s.wr.Unlock()
	next := table{}
	if old := s.cur.Load(); old != nil {
		next = maps.Clone(*old)
	}
	f(next)
	s.cur.Store(&next)
}

// All returns a copy of the table.
func (s *Set) All() map[string]bool {
	t := s.cur.Load()
	if t == nil {
		return map[string]bool{}
	}
	return maps.Clone(*t)
}
