// Package table keeps rows that are edited in place under a per-stripe lock.
package table

import (
	"hash/maphash"
	"iter"
	"sync"
)

const stripes = 8

type stripe[V any] struct {
	mu   sync.RWMutex
	rows map[string]*V
}

// Table maps names to rows. The zero value is an empty table.
type Table[V any] struct {
	init    sync.Once
	seed    maphash.Seed
	stripes [stripes]stripe[V]
}

func (t *Table[V]) stripe(key string) *stripe[V] {
	t.init.Do(func() {
		t.seed = maphash.MakeSeed()
		for i := range t.stripes {
			t.stripes[i].rows = make(map[string]*V)
		}
	})
	return &t.stripes[maphash.String(t.seed, key)%stripes]
}

// Edit returns the row called key, creating it if necessary, and a function
// that ends the edit. Other users of the row wait until then.
func (t *Table[V]) Edit(key string) (row *V, end func()) {
	s := t.stripe(key)
	s.mu.Lock()
	row = s.rows[key]
	if row == nil {
		row = new(V)
		s.rows[key] = row
	}
	return row, s.mu.Unlock
}

// TryEdit is like Edit but gives up if the row is in use or does not exist.
func (t *Table[V]) TryEdit(key string) (row *V, end func(), ok bool) {
	s := t.stripe(key)
	if !s.mu.TryLock() {
		return nil, nil, false
	}
	if row, ok = s.rows[key]; !ok {
		s.mu.Unlock()
		return nil, nil, false
	}
	return row, s.mu.Unlock, true
}

// View is for reading. It returns nil, and nothing to end, for missing rows.
func (t *Table[V]) View(key string) (*V, func()) {
	s := t.stripe(key)
	s.mu.RLock()
	if row, ok := s.rows[key]; ok {
		return row, s.mu.RUnlock
	}
	s.mu.RUnlock()
	return nil, func() {}
}

// Delete removes a row and returns its last value.
func (t *Table[V]) Delete(key string) (v V, ok bool) {
	s := t.stripe(key)
	s.mu.Lock()
	defer s.mu.Unlock()
	row, ok := s.rows[key]
	if !ok {
		return v, false
	}
	delete(s.rows, key)
	return *row, true
}

// All iterates over copies of the rows. The loop body may use the table.
func (t *Table[V]) All() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		t.stripe("")
		for i := range t.stripes {
			s := &t.stripes[i]
			s.mu.RLock()
			snap := make(map[string]V, len(s.rows))
			for k, row := range s.rows {
				snap[k] = *row
			}
			s.mu.RUnlock()
			for k, v := range snap {
				if !yield(k, v) {
					return
				}
			}
		}
	}
}
