// Package deferredturnsright defers unlocks in loops that do not come back to the lock.
package deferredturnsright

import "sync"

type shelf struct {
	mu     sync.Mutex
	photos []string
	albums []*shelf
}

// once leaves in the turn that locks.
func (s *shelf) once(try func() bool) {
	for {
		if !try() {
			continue
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.photos = nil
		return
	}
}

// each has a function for each turn.
func (s *shelf) each(photos []string) {
	for _, p := range photos {
		func() {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.photos = append(s.photos, p)
		}()
	}
}

// all locks another shelf in each turn.
func (s *shelf) all() (n int) {
	for _, a := range s.albums {
		a.mu.Lock()
		defer a.mu.Unlock()
		n += len(a.photos)
	}
	return n
}

// chain walks from one to the next.
func (s *shelf) chain() (n int) {
	for s != nil && len(s.albums) > 0 {
		s.mu.Lock()
		defer s.mu.Unlock()
		n++
		s = s.albums[0]
	}
	return n
}
