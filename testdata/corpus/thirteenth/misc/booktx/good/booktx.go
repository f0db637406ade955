// Package booktx is a key-value store with exclusive transactions.
package booktx

import (
	"errors"
	"maps"
	"sync"
)

// ErrFinished is returned by a transaction that has already ended.
var ErrFinished = errors.New("booktx: transaction finished")

// DB holds committed values.
type DB struct {
	mu   sync.Mutex
	data map[string]int
}

// Open returns an empty database.
func Open() *DB { return &DB{data: map[string]int{}} }

// Tx is the one active transaction; it is to be used by one goroutine.
type Tx struct {
	db    *DB
	dirty map[string]int
}

// Begin waits for the running transaction and starts a new one.
func (db *DB) Begin() *Tx {
	db.mu.Lock()
	return &Tx{db: db, dirty: map[string]int{}}
}

// Get reads a value.
func (tx *Tx) Get(key string) int {
	if v, ok := tx.dirty[key]; ok {
		return v
	}
	return tx.db.data[key]
}

// Set changes a value within the transaction.
func (tx *Tx) Set(key string, v int) { tx.dirty[key] = v }

// Commit makes the changes permanent.
func (tx *Tx) Commit() error {
	if tx.db == nil {
		return ErrFinished
	}
	maps.Copy(tx.db.data, tx.dirty)
	tx.end()
	return nil
}

// Rollback drops the changes; after Commit it does nothing.
func (tx *Tx) Rollback() {
	if tx.db != nil {
		tx.end()
	}
}

func (tx *Tx) end() {
	db := tx.db
	tx.db = nil
	db.mu.Unlock()
}

// Do runs fn in a transaction.
func (db *DB) Do(fn func(tx *Tx) error) error {
	tx := db.Begin()
	defer tx.Rollback()
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}
