// Package unlockedlateright defers unlocks in loops, and unlocks besides, and does right.
package unlockedlateright

import "sync"

type Registry struct {
	mu    sync.Mutex
	names map[string]bool
	n     int
}

func NewRegistry() *Registry { return &Registry{names: make(map[string]bool)} }

// The turn that locks is the last one.
func (r *Registry) AddFirst(names []string) {
	for _, name := range names {
		if name != "" {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.names[name] = true
			return
		}
	}
}

// Each turn has a lock of its own.
func LockAll(list []*Registry) int {
	sum := 0
	for _, r := range list {
		r.mu.Lock()
		defer r.mu.Unlock()
		sum += r.n
	}
	return sum
}

// The literal ends with the turn.
func (r *Registry) AddAll(names []string) {
	for _, name := range names {
		func() {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.names[name] = true
		}()
	}
}

// Locked again before the deferred unlock.
func (r *Registry) Take(n int, wait func()) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if n < 0 {
		r.mu.Unlock()
		wait()
		r.mu.Lock()
		return false
	}
	r.n -= n
	return true
}
