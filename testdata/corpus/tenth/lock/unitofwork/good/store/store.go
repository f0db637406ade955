// Package store is a small key-value store with transactions.
package store

import (
	"errors"
	"maps"
	"sync"
)

// ErrDone is returned for a Tx that has ended.
var ErrDone = errors.New("store: transaction has ended")

// Store holds the data.
type Store struct {
	mu   sync.RWMutex
	data map[string]int
	rev  int
}

// Open makes an empty Store.
func Open() *Store { return &Store{data: make(map[string]int)} }

// Tx is a writing transaction; it owns the store until Commit or Rollback.
type Tx struct {
	s     *Store
	dirty map[string]int
}

// Begin starts a transaction.
func (s *Store) Begin() *Tx {
	s.mu.Lock()
	return &Tx{s: s, dirty: make(map[string]int)}
}

// Get reads within the transaction.
func (t *Tx) Get(key string) int {
	if v, ok := t.dirty[key]; ok {
		return v
	}
	return t.s.data[key]
}

// Set writes within the transaction.
func (t *Tx) Set(key string, v int) { t.dirty[key] = v }

// Commit makes the writes visible and ends the transaction.
func (t *Tx) Commit() error {
	if t.s == nil {
		return ErrDone
	}
	maps.Copy(t.s.data, t.dirty)
	t.s.rev++
	t.end()
	return nil
}

// Rollback ends the transaction; after Commit it does nothing.
func (t *Tx) Rollback() {
	if t.s != nil {
		t.end()
	}
}

func (t *Tx) end() {
	s := t.s
	t.s = nil
	s.mu.Unlock()
}

// View calls fn with a reader that is valid during the call.
func (s *Store) View(fn func(get func(string) int)) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	fn(func(key string) int { return s.data[key] })
}

// Rev is the number of commits.
func (s *Store) Rev() int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.rev
}
