// Package route finds backends by the longest prefix of a path.
package route

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Backend serves paths.
type Backend struct {
	Name   string
	Weight int
	hits   atomic.Int64
}

// Hits tells how often the backend was chosen.
func (b *Backend) Hits() int64 { return b.hits.Load() }

// snapshot is never changed after it was stored.
type snapshot struct {
	prefixes []string
	backends map[string]*Backend
	version  int
}

func (s *snapshot) find(path string) *Backend {
	for _, p := range s.prefixes {
		if strings.HasPrefix(path, p) {
			return s.backends[p]
		}
	}
	return nil
}

// Table is a routing table. Lookups never wait.
type Table struct {
	cur atomic.Pointer[snapshot]

	mu       sync.Mutex // writers only
	watchers []func(version int)
}

// ErrNoRoute is returned by Lookup.
var ErrNoRoute = errors.New("route: no backend")

// NewTable makes an empty table.
func NewTable() *Table {
	t := &Table{}
	t.cur.Store(&snapshot{backends: map[string]*Backend{}})
	return t
}

// OnChange registers f, which is called with the write lock held.
func (t *Table) OnChange(f func(int)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.watchers = append(t.watchers, f)
}

// update stores a changed copy of the table.
func (t *Table) update(change func(map[string]*Backend) error) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	old := t.cur.Load()
	next := &snapshot{backends: maps.Clone(old.backends), version: old.version + 1}
	if err := change(next.backends); err != nil {
		return err
	}
	next.prefixes = slices.SortedFunc(maps.Keys(next.backends), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	t.cur.Store(next)
	for _, f := range t.watchers {
		f(next.version)
	}
	return nil
}

// Add makes b serve a prefix.
func (t *Table) Add(prefix string, b *Backend) error {
	return t.update(func(m map[string]*Backend) error {
		if _, dup := m[prefix]; dup {
			return fmt.Errorf("route: %s has a backend", prefix)
		}
		m[prefix] = b
		return nil
	})
}

// Remove takes a prefix out.
func (t *Table) Remove(prefix string) {
	_ = t.update(func(m map[string]*Backend) error {
		delete(m, prefix)
		return nil
	})
}

// Lookup finds the backend of a path.
func (t *Table) Lookup(path string) (*Backend, error) {
	b := t.cur.Load().find(path)
	if b == nil {
		return nil, fmt.Errorf("%w for %s", ErrNoRoute, path)
	}
	b.hits.Add(1)
	return b, nil
}

// Version grows with each change.
func (t *Table) Version() int { return t.cur.Load().version }
