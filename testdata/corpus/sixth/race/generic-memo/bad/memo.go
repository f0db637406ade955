// Package memo keeps results.
package memo

import "sync"

// Table keeps one value per key.
type Table[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
}

// NewTable makes an empty table.
func NewTable[K comparable, V any]() *Table[K, V] {
	return &Table[K, V]{m: make(map[K]V)}
}

// Get finds a value.
func (t *Table[K, V]) Get(k K) (V, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	v, ok := t.m[k]
	return v, ok
}

// Set keeps a value.
func (t *Table[K, V]) Set(k K, v V) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.m[k] = v
}

// GetOrCreate returns the value of k, made at most once by create.
func (t *Table[K, V]) GetOrCreate(k K, create func(K) V) V {
	if v, ok := t.Get(k); ok { // BUG: check-then-act
		return v
	}
	v := create(k)
	t.Set(k, v) // BUG: check-then-act
	return v
}
