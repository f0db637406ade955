// Package memo remembers the results of slow functions.
package memo

import "sync"

// Func is the kind of function that can be remembered.
type Func[K comparable, V any] func(K) (V, error)

// Memo remembers the results of one function.
type Memo[K comparable, V any] struct {
	mu     sync.RWMutex
	fn     Func[K, V]
	values map[K]V
}

// New wraps fn.
func New[K comparable, V any](fn Func[K, V]) *Memo[K, V] {
	return &Memo[K, V]{fn: fn, values: map[K]V{}}
}

// Get returns the value for key, computed at the first call.
func (m *Memo[K, V]) Get(key K) (V, error) {
	m.mu.RLock()
	v, ok := m.values[key]
	m.mu.RUnlock()
	if ok {
		return v, nil
	}
	v, err := m.fn(key)
	if err != nil {
		var zero V
		return zero, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.values[key] = v
	return v, nil
}

// Forget drops one key.
func (m *Memo[K, V]) Forget(key K) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.values, key)
}

// Len is the number of remembered keys.
func (m *Memo[K, V]) Len() int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return len(m.values)
}
