// Package buoy collects what the buoys of a coast report.
package buoy

import "sync"

// Guarded is a value that is reached through With only.
type Guarded[T any] struct {
	mu sync.Mutex
	v  T
}

// With runs f with the lock held. f must not keep the pointer.
func (g *Guarded[T]) With(f func(*T)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	f(&g.v)
}
