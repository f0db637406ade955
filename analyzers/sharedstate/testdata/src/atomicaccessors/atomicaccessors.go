// Package atomicaccessors makes one update of two atomic operations.
package atomicaccessors

import "sync/atomic"

type Seats struct{ free atomic.Int64 }

func (s *Seats) left() int64     { return s.free.Load() }
func (s *Seats) setLeft(n int64) { s.free.Store(n) }

func (s *Seats) Sell() bool {
	n := s.left() // related `the value is loaded here`
	if n == 0 {
		return false
	}
	s.setLeft(n - 1) // want `^likely lost update: s.free is loaded and then stored in two atomic steps; .* \(atomic-read-modify-write\)$`
	return true
}
