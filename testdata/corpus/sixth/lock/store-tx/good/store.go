// Package store keeps keys and values and has transactions.
package store

import (
	"errors"
	"maps"
	"sync"
)

// ErrDone is returned by a transaction that has ended.
var ErrDone = errors.New("transaction has ended")

// Store is a map with transactions.
type Store struct {
	mu   sync.RWMutex
	data map[string]string
	log  []string
	seq  int
}

// New makes an empty store.
func New() *Store { return &Store{data: make(map[string]string)} }

// Tx is a transaction; one goroutine uses it.
type Tx struct {
	s        *Store
	writable bool
	done     bool
	undo     map[string]*string
}

// Begin starts a transaction, which must be ended by Commit or Rollback.
func (s *Store) Begin(writable bool) *Tx {
	tx := &Tx{s: s, writable: writable}
	if writable {
		s.mu.Lock()
		tx.undo = make(map[string]*string)
	} else {
		s.mu.RLock()
	}
	return tx
}

func (tx *Tx) unlock() {
	tx.done = true
	if tx.writable {
		tx.s.mu.Unlock()
		return
	}
	tx.s.mu.RUnlock()
}

// Get reads a key.
func (tx *Tx) Get(k string) (string, bool) {
	v, ok := tx.s.data[k]
	return v, ok
}

// Set writes a key.
func (tx *Tx) Set(k, v string) error {
	switch {
	case tx.done:
		return ErrDone
	case !tx.writable:
		return errors.New("transaction is read-only")
	}
	if _, ok := tx.undo[k]; !ok {
		var old *string
		if v, ok := tx.s.data[k]; ok {
			old = &v
		}
		tx.undo[k] = old
	}
	tx.s.data[k] = v
	return nil
}

// Commit keeps the changes.
func (tx *Tx) Commit() error {
	if tx.done {
		return ErrDone
	}
	if tx.writable {
		tx.s.seq++
		for k := range tx.undo {
			tx.s.log = append(tx.s.log, k)
		}
	}
	tx.unlock()
	return nil
}

// Rollback drops the changes; after Commit it does nothing.
func (tx *Tx) Rollback() {
	if tx.done {
		return
	}
	for k, old := range tx.undo {
		if old == nil {
			delete(tx.s.data, k)
		} else {
			tx.s.data[k] = *old
		}
	}
	tx.unlock()
}

// Update runs f in a transaction.
func (s *Store) Update(f func(*Tx) error) error {
	tx := s.Begin(true)
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// View runs f in a read-only transaction.
func (s *Store) View(f func(*Tx) error) error {
	tx := s.Begin(false)
	defer tx.Rollback()
	return f(tx)
}

// Snapshot copies all data.
func (s *Store) Snapshot() (map[string]string, int) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return maps.Clone(s.data), s.seq
}
