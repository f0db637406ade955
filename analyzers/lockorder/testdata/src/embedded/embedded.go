// Package embedded locks two values by their embedded locks.
package embedded

import "sync"

type Set struct {
	sync.RWMutex
	items map[string]bool
}

func (s *Set) AddAll(other *Set) {
	s.Lock()
	defer s.Unlock()
	other.RLock() // want `likely deadlock: AddAll locks .*\(lock-order-instances\)`
	defer other.RUnlock()
	for item := range other.items {
		s.items[item] = true
	}
}
