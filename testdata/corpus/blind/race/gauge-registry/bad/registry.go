// Package registry keeps named things of one kind.
package registry

import (
	"fmt"
	"sync"
)

// Registry maps keys to values; it may be used by several goroutines.
type Registry[K comparable, V any] struct {
	mu    sync.RWMutex
	items map[K]V
	limit int
}

// New returns a registry for at most limit items.
func New[K comparable, V any](limit int) *Registry[K, V] {
	return &Registry[K, V]{items: make(map[K]V), limit: limit}
}

// Add registers v as k.
func (r *Registry[K, V]) Add(k K, v V) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.items) >= r.limit {
		return fmt.Errorf("registry full (%d)", r.limit)
	}
	if _, dup := r.items[k]; dup {
		return fmt.Errorf("%v is registered twice", k)
	}
	r.items[k] = v
	return nil
}

// Remove forgets k.
func (r *Registry[K, V]) Remove(k K) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.items, k)
}

// Get looks k up.
func (r *Registry[K, V]) Get(k K) (V, bool) {
	v, ok := r.items[k] // BUG: unlocked-read
	return v, ok
}

// Each calls f for a snapshot of the items.
func (r *Registry[K, V]) Each(f func(K, V)) {
	r.mu.RLock()
	snap := make(map[K]V, len(r.items))
	for k, v := range r.items {
		snap[k] = v
	}
	r.mu.RUnlock()
	for k, v := range snap {
		f(k, v)
	}
}

// Limit is the capacity.
func (r *Registry[K, V]) Limit() int { return r.limit }
