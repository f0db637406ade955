// Package ttl is a map whose entries end after a while.
package ttl

import (
	"sync"
	"time"
)

type entry struct {
	val  any
	ends time.Time
}

// Map starts a goroutine when it gets its first entry; the goroutine ends with the last one.
type Map struct {
	life    time.Duration
	mu      sync.Mutex
	entries map[string]entry
	running bool
	starts  int
}

// New makes a map.
func New(life time.Duration) *Map {
	return &Map{life: life, entries: make(map[string]entry)}
}

// Put adds an entry.
func (m *Map) Put(k string, v any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries[k] = entry{v, time.Now().Add(m.life)}
	if !m.running {
		m.running = true
		m.starts++
		go m.clean()
	}
}

// Get finds an entry.
func (m *Map) Get(k string) (any, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.entries[k]
	if !ok || time.Now().After(e.ends) {
		return nil, false
	}
	return e.val, true
}

func (m *Map) clean() {
	for {
		time.Sleep(m.life)
		if m.sweep() {
			return
		}
	}
}

// sweep tells whether the map is empty now.
func (m *Map) sweep() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := time.Now()
	for k, e := range m.entries {
		if now.After(e.ends) {
			delete(m.entries, k)
		}
	}
	m.running = len(m.entries) > 0
	return !m.running
}

func (m *Map) state() (n, starts int, running bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.entries), m.starts, m.running
}
