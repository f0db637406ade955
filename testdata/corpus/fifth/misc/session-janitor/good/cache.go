// Package expiring is a map whose entries vanish after a time.
package expiring

import (
	"sync"
	"time"
)

type entry[V any] struct {
	val V
	end time.Time
}

// Map needs no Close: its janitor runs only while there are entries.
type Map[K comparable, V any] struct {
	TTL time.Duration // set before use

	mu      sync.Mutex
	m       map[K]entry[V]
	running bool
	starts  int
}

// Put stores a value.
func (m *Map[K, V]) Put(k K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.m == nil {
		m.m = make(map[K]entry[V])
	}
	m.m[k] = entry[V]{v, time.Now().Add(m.TTL)}
	if !m.running {
		m.running = true
		m.starts++
		go m.janitor()
	}
}

// Get returns a value that is not too old.
func (m *Map[K, V]) Get(k K) (v V, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.m[k]
	if !ok || !time.Now().Before(e.end) {
		return v, false
	}
	return e.val, true
}

// Len counts the entries, old ones included.
func (m *Map[K, V]) Len() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.m)
}

func (m *Map[K, V]) janitor() {
	for {
		time.Sleep(m.TTL)
		if m.sweep() {
			return
		}
	}
}

// sweep reports whether the janitor should go home.
func (m *Map[K, V]) sweep() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := time.Now()
	for k, e := range m.m {
		if !now.Before(e.end) {
			delete(m.m, k)
		}
	}
	if len(m.m) == 0 {
		m.running = false
		return true
	}
	return false
}
