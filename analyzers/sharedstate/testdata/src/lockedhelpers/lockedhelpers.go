// Package lockedhelpers has helpers that rely on their callers' lock.
package lockedhelpers

import "sync"

type Stock struct {
	mu    sync.Mutex
	items map[string]int
	total int
}

func (s *Stock) Add(name string, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.addLocked(name, n)
}

func (s *Stock) Remove(name string, n int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count(name) < n {
		return false
	}
	s.addLocked(name, -n)
	return true
}

func (s *Stock) Move(from, to string, n int) {
	s.mu.Lock()
	s.change(from, to, n)
	s.mu.Unlock()
}

// change is two calls away from the lock.
func (s *Stock) change(from, to string, n int) {
	s.addLocked(from, -n)
	s.addLocked(to, n)
}

func (s *Stock) addLocked(name string, n int) {
	s.items[name] += n
	s.total += n
}

func (s *Stock) count(name string) int { return s.items[name] }

// sum takes the state, not the stock: its caller holds the lock.
func sum(items map[string]int) (n int) {
	for _, c := range items {
		n += c
	}
	return n
}

func (s *Stock) Check() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return sum(s.items) == s.total
}
