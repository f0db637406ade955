// Package unlockedcallees misses the lock on the way to a helper.
package unlockedcallees

import "sync"

type Stock struct {
	mu   sync.Mutex
	sold int
}

func (s *Stock) Sell() {
	s.lock()
	s.sold++
	s.unlock()
}

func (s *Stock) lock()   { s.mu.Lock() }
func (s *Stock) unlock() { s.mu.Unlock() }

// Sold goes through two calls, none of which locks.
func (s *Stock) Sold() int { return s.sum() }

func (s *Stock) sum() int {
	return s.sold // want `sum reads s.sold without s.mu.*\(unlocked-field\)`
}
