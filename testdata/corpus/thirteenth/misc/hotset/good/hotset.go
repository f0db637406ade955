// Package hotset remembers the keys that were seen most recently.
package hotset

import (
	"sync"
	"time"
)

// Set forgets keys after their time to live.
type Set[K comparable] struct {
	mu   sync.Mutex
	ttl  time.Duration
	seen map[K]time.Time
	hits int
}

// New returns a set with the given time to live.
func New[K comparable](ttl time.Duration) *Set[K] {
	return &Set[K]{ttl: ttl, seen: map[K]time.Time{}}
}

func (s *Set[K]) locked(fn func(now time.Time)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fn(time.Now())
}

func (s *Set[K]) sweep(now time.Time) {
	for k, t := range s.seen {
		if now.Sub(t) > s.ttl {
			delete(s.seen, k)
		}
	}
}

func (s *Set[K]) touch(k K, now time.Time) bool {
	_, known := s.seen[k]
	if known {
		s.hits++
	}
	s.seen[k] = now
	return known
}

// Touch records a key and reports whether it was known already.
func (s *Set[K]) Touch(k K) (known bool) {
	s.locked(func(now time.Time) {
		s.sweep(now)
		known = s.touch(k, now)
	})
	return known
}

// Size returns the number of live keys.
func (s *Set[K]) Size() (n int) {
	s.locked(func(now time.Time) {
		s.sweep(now)
		n = len(s.seen)
	})
	return n
}

// Sweep drops what is out of date.
func (s *Set[K]) Sweep() { s.locked(s.sweep) }
