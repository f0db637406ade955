// Package lockedcallee calls one helper with the lock and without it: the call
// in Remove (or the access in change) should be reported.
//
// Today: nothing. No place holds the lock on every way, so no guard is inferred.
package lockedcallee

import "sync"

type Stock struct {
	mu    sync.Mutex
	items map[string]int
}

func (s *Stock) Add(name string, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.change(name, n)
}

func (s *Stock) Remove(name string, n int) {
	s.change(name, -n)
}

func (s *Stock) change(name string, n int) {
	s.items[name] += n // want `s.items without s.mu.*\(unlocked-field\)`
}
