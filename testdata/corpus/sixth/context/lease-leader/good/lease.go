// Package lease elects one leader among candidates.
package lease

import (
	"sync"
	"time"
)

// Store is the common memory of all candidates.
type Store struct {
	mu     sync.Mutex
	holder string
	until  time.Time
	ttl    time.Duration
	beats  map[string]int
}

// NewStore makes a store whose leases end after ttl.
func NewStore(ttl time.Duration) *Store {
	return &Store{ttl: ttl, beats: make(map[string]int)}
}

func (s *Store) acquire(who string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	if s.holder != "" && s.holder != who && now.Before(s.until) {
		return false
	}
	s.holder = who
	s.until = now.Add(s.ttl)
	return true
}

func (s *Store) renew(who string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.beats[who]++
	if s.holder != who {
		return false
	}
	s.until = time.Now().Add(s.ttl)
	return true
}

func (s *Store) release(who string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.holder == who {
		s.holder = ""
	}
}

// Holder tells who leads.
func (s *Store) Holder() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.holder
}
