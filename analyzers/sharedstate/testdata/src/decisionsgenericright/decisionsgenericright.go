// Package decisionsgenericright keeps to one critical section, or loses nothing between two.
package decisionsgenericright

import "sync"

// A Set holds keys with what belongs to them.
type Set[K comparable, V any] struct {
	mu     sync.Mutex
	m      map[K]V
	making sync.Mutex
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

// PutIfAbsent keeps the first value.
func (s *Set[K, V]) PutIfAbsent(k K, v V) V {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old, ok := s.m[k]; ok {
		return old
	}
	s.m[k] = v
	return v
}

// Cached may compute a value twice, and says so.
func (s *Set[K, V]) Cached(k K, compute func(K) V) V {
	if v, ok := s.Load(k); ok {
		return v
	}
	v := compute(k)
	s.Put(k, v)
	return v
}

// Open keeps one value for good: each is stored at most once.
func (s *Set[K, V]) Open(k K, make func() V) V {
	if v, ok := s.Load(k); ok {
		return v
	}
	return s.PutIfAbsent(k, make())
}

// Once calls make exactly once per key.
func (s *Set[K, V]) Once(k K, make func() V) V {
	if v, ok := s.Load(k); ok {
		return v
	}
	s.making.Lock()
	defer s.making.Unlock()
	if v, ok := s.Load(k); ok {
		return v
	}
	v := make()
	s.Put(k, v)
	return v
}

// Register must be called only once for each key.
func (s *Set[K, V]) Register(k K, v V) {
	if _, ok := s.Load(k); ok {
		panic("registered twice")
	}
	s.Put(k, v)
}
