// Package lentliterals lends function literals to methods that call them with the lock held.
package lentliterals

import "sync"

type Store struct {
	mu   sync.Mutex
	data map[string]string
}

func (s *Store) withLock(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
}

func (s *Store) Set(key, value string) {
	s.withLock(func() { s.data[key] = value })
}

func (s *Store) Get(key string) string {
	return s.data[key] // want `likely data race: Get reads s.data without s.mu, which .*Set holds when it writes s.data \(unlocked-field\)`
}

// A Table is never used without its lock.
type Table struct {
	mu   sync.RWMutex
	rows map[int]string
}

func (t *Table) locked(f func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	f()
}

func (t *Table) Put(row int, text string) {
	t.locked(func() { t.rows[row] = text })
}

func (t *Table) Row(row int) (text string) {
	t.locked(func() { text = t.rows[row] })
	return text
}

func (t *Table) Len() int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return len(t.rows)
}

// A Hooks keeps what it is given: who calls it, and under which lock, is not known.
type Hooks struct {
	mu    sync.Mutex
	hooks []func()
	fired int
}

func (h *Hooks) add(f func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.hooks = append(h.hooks, f)
}

func (h *Hooks) Count() {
	h.add(func() { h.fired++ })
}

func (h *Hooks) Fire() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, f := range h.hooks {
		f()
	}
}

func (h *Hooks) Fired() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.fired
}
