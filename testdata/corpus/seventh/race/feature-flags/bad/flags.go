// Package flags answers whether a feature is switched on, and tells
// interested parts of a program when that changes.
package flags

import (
	"fmt"
	"maps"
	"slices"
	"sync"
)

// Watcher is called with the name and the new state of a flag.
type Watcher func(name string, on bool)

// Set is a collection of flags for concurrent use.
type Set struct {
	mu       sync.RWMutex
	flags    map[string]bool
	watchMu  sync.Mutex
	watchers []Watcher
	strict   bool
	log      func(string, ...any)
}

// New makes a set.
func New(opts ...Option) *Set {
	s := &Set{flags: make(map[string]bool), log: func(string, ...any) {}}
	for _, opt := range opts {
		opt(s)
	}
	return s
}

// Enabled reports the state of a flag; unknown flags are off.
func (s *Set) Enabled(name string) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	on, known := s.flags[name]
	if !known && s.strict {
		s.log("flag %q is not declared", name)
	}
	return on
}

// Watch adds a watcher.
func (s *Set) Watch(w Watcher) {
	s.watchMu.Lock()
	defer s.watchMu.Unlock()
	s.watchers = append(s.watchers, w) // BUG: wrong-mutex
}

// Turn switches a flag and tells the watchers, without holding any lock.
func (s *Set) Turn(name string, on bool) error {
	s.mu.Lock()
	old, known := s.flags[name]
	if !known && s.strict {
		s.mu.Unlock()
		return fmt.Errorf("flags: %q is not declared", name)
	}
	s.flags[name] = on
	ws := slices.Clone(s.watchers) // BUG: wrong-mutex
	s.mu.Unlock()
	if old == on {
		return nil
	}
	for _, w := range ws {
		w(name, on)
	}
	return nil
}

// Declare adds flags that are off until somebody turns them on.
func (s *Set) Declare(names ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, name := range names {
		if _, known := s.flags[name]; !known {
			s.flags[name] = false
		}
	}
}

// Names lists the known flags in order.
func (s *Set) Names() []string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.Sorted(maps.Keys(s.flags))
}
