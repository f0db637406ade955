// Package kv is a tiny key-value store with one transaction at a time.
package kv

import (
	"errors"
	"maps"
	"sync"
)

var ErrDone = errors.New("kv: transaction is over")

// Store holds strings.
type Store struct {
	mu   sync.RWMutex
	data map[string]string
}

func NewStore() *Store { return &Store{data: map[string]string{}} }

// Tx is a running transaction. It owns the write lock of its store until
// Commit or Rollback.
type Tx struct {
	s    *Store
	undo map[string]string
	done bool
}

// Begin starts a transaction and waits for all others to end.
func (s *Store) Begin() *Tx {
	s.mu.Lock()
	return &Tx{s: s, undo: maps.Clone(s.data)}
}

// View starts a read-only look; the returned function ends it.
func (s *Store) View() (get func(string) string, end func()) {
	s.mu.RLock()
	return func(k string) string { return s.data[k] }, s.mu.RUnlock
}

func (t *Tx) Set(k, v string) error {
	if t.done {
		return ErrDone
	}
	t.s.data[k] = v
	return nil
}

func (t *Tx) Commit() error {
	if t.done {
		return ErrDone
	}
	t.done = true
	t.s.mu.Unlock()
	return nil
}

// Rollback may follow Commit and then does nothing.
func (t *Tx) Rollback() {
	if t.done {
		return
	}
	t.done = true
	t.s.data = t.undo
	t.s.mu.Unlock()
}

// Update runs f in a transaction.
func (s *Store) Update(f func(*Tx) error) error {
	tx := s.Begin()
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}
