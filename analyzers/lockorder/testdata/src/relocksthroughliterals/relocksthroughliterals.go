// Package relocksthroughliterals lends literals that take the lock again.
package relocksthroughliterals

import "sync"

type Store struct {
	mu   sync.Mutex
	data map[string]string
}

func (s *Store) withLock(f func()) {
	s.mu.Lock() // want `likely deadlock: withLock locks s.mu, which the same goroutine holds .*\(relock\)`
	defer s.mu.Unlock()
	f()
}

func (s *Store) Set(key, value string) {
	s.withLock(func() { s.data[key] = value })
}

func (s *Store) Move(from, to string) {
	s.withLock(func() {
		value := s.data[from]
		delete(s.data, from)
		s.withLock(func() { s.data[to] = value })
	})
}

// A Pair has two locks: one literal within the other is fine.
type Pair struct{ left, right Half }

type Half struct {
	mu sync.Mutex
	n  int
}

func (h *Half) locked(f func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	f()
}

func (p *Pair) Move() {
	p.left.locked(func() {
		p.right.locked(func() {
			p.left.n--
			p.right.n++
		})
	})
}
