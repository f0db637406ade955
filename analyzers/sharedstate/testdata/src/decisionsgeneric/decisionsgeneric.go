// Package decisionsgeneric decides across two calls of a generic type.
package decisionsgeneric

import "sync"

// A Set holds keys with what belongs to them.
type Set[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
}

func (s *Set[K, V]) Has(k K) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.m[k]
	return ok
}

func (s *Set[K, V]) Load(k K) (V, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.m[k]
	return v, ok
}

func (s *Set[K, V]) Put(k K, v V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.m[k] = v
}

// Claim gives the key to the first who wants it.
func (s *Set[K, V]) Claim(k K, v V) bool {
	if s.Has(k) {
		return false
	}
	s.Put(k, v) // want `likely lost decision: Claim asks Has and then calls Put, each under its own lock of mu; .*\(check-then-act\)`
	return true
}

// Open calls make only once for each key.
func (s *Set[K, V]) Open(k K, make func() V) V {
	v, ok := s.Load(k)
	if !ok {
		v = make()
		s.Put(k, v) // want `Open asks Load and then calls Put.* \(check-then-act\)`
	}
	return v
}
