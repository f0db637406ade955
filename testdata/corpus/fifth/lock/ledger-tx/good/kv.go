// Package kv is a tiny store with exclusive transactions.
package kv

import (
	"errors"
	"maps"
	"sync"
)

// ErrDone is returned by a transaction that was ended before.
var ErrDone = errors.New("kv: transaction has ended")

// DB is safe for concurrent use.
type DB struct {
	mu   sync.RWMutex
	data map[string]string
}

// Tx holds the database's write lock until Commit or Rollback.
type Tx struct {
	db   *DB
	undo map[string]*string
}

// Begin starts a transaction. A Tx is used by one goroutine.
func (db *DB) Begin() *Tx {
	db.mu.Lock()
	if db.data == nil {
		db.data = make(map[string]string)
	}
	return &Tx{db: db, undo: make(map[string]*string)}
}

// Set changes a key.
func (tx *Tx) Set(k, v string) error {
	if tx.db == nil {
		return ErrDone
	}
	if _, ok := tx.undo[k]; !ok {
		if old, ok := tx.db.data[k]; ok {
			tx.undo[k] = &old
		} else {
			tx.undo[k] = nil
		}
	}
	tx.db.data[k] = v
	return nil
}

// Get reads a key within the transaction.
func (tx *Tx) Get(k string) (string, error) {
	if tx.db == nil {
		return "", ErrDone
	}
	return tx.db.data[k], nil
}

// Commit keeps the changes.
func (tx *Tx) Commit() error {
	return tx.end()
}

// Rollback takes the changes back. After Commit it does nothing.
func (tx *Tx) Rollback() error {
	if tx.db == nil {
		return ErrDone
	}
	for k, old := range tx.undo {
		if old == nil {
			delete(tx.db.data, k)
		} else {
			tx.db.data[k] = *old
		}
	}
	return tx.end()
}

func (tx *Tx) end() error {
	if tx.db == nil {
		return ErrDone
	}
	db := tx.db
	tx.db = nil
	db.mu.Unlock()
	return nil
}

// Update runs f in a transaction.
func (db *DB) Update(f func(*Tx) error) error {
	tx := db.Begin()
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// Snapshot copies everything.
func (db *DB) Snapshot() map[string]string {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return maps.Clone(db.data)
}
