// Package mismatchedright changes between its locks, and gives back what it holds.
package mismatchedright

import "sync"

type table struct {
	mu   sync.RWMutex
	rows map[string]int
}

// upgrade gives the read lock back and takes the other one.
func (t *table) upgrade() {
	t.mu.RUnlock()
	t.mu.Lock()
}

func (t *table) count(key string) int {
	t.mu.RLock()
	if n, ok := t.rows[key]; ok {
		t.mu.RUnlock()
		return n
	}
	t.upgrade()
	defer t.mu.Unlock()
	t.rows[key]++
	return t.rows[key]
}

func (t *table) rename(from, to string) {
	t.mu.RLock()
	n, ok := t.rows[from]
	t.mu.RUnlock()
	if !ok {
		return
	}
	t.mu.Lock()
	t.rows[to] = n
	t.mu.Unlock()
}

// downgrade is for the caller to end.
func (t *table) change(key string, then func()) {
	t.mu.Lock()
	t.rows[key]++
	t.mu.Unlock()
	t.mu.RLock()
	defer t.mu.RUnlock()
	then()
}

type gate struct{ mu sync.Mutex }

// RLock and RUnlock of a gate are those of its mutex.
func (g *gate) RLock()   { g.mu.Lock() }
func (g *gate) RUnlock() { g.mu.Unlock() }

func (g *gate) pass(f func()) {
	g.RLock()
	defer g.RUnlock()
	f()
}
