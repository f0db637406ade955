// Package runslaterright returns functions that take the lock themselves, need none, or are
// called while it is held.
package runslaterright

import (
	"iter"
	"maps"
	"slices"
	"sync"
)

// An Album holds pictures.
type Album struct {
	mu       sync.RWMutex
	name     string
	pictures map[string][]byte
	order    []string
	formats  map[string]bool
}

func New(name string) *Album {
	return &Album{name: name, pictures: make(map[string][]byte), formats: map[string]bool{"png": true}}
}

func (a *Album) Put(name string, data []byte) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.pictures[name] = data
	a.order = append(a.order, name)
	slices.Sort(a.order)
}

// Names locks when the names are asked for.
func (a *Album) Names() iter.Seq[string] {
	return func(yield func(string) bool) {
		a.mu.RLock()
		defer a.mu.RUnlock()
		for name := range a.pictures {
			if !yield(name) {
				return
			}
		}
	}
}

// Count locks for itself, and in what it returns.
func (a *Album) Count() func() int {
	a.mu.RLock()
	n := len(a.pictures)
	a.mu.RUnlock()
	return func() int {
		a.lock()
		defer a.mu.Unlock()
		return len(a.pictures) - n
	}
}

func (a *Album) lock() { a.mu.Lock() }

// Snapshot copies under the lock.
func (a *Album) Snapshot() iter.Seq2[string, []byte] {
	a.mu.RLock()
	pictures := maps.Clone(a.pictures)
	a.mu.RUnlock()
	return func(yield func(string, []byte) bool) {
		for name, data := range pictures {
			if !yield(name, data) {
				return
			}
		}
	}
}

// Accepts uses what never changes.
func (a *Album) Accepts() func(string) bool {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return func(format string) bool { return a.formats[format] && a.name != "" }
}

// Edit keeps the lock until the function that it returns is called.
func (a *Album) Edit() (done func()) {
	a.mu.Lock()
	return func() {
		slices.Sort(a.order)
		a.mu.Unlock()
	}
}

// Sum calls its function while it holds the lock.
func (a *Album) Sum() int {
	a.mu.RLock()
	defer a.mu.RUnlock()
	size := func(name string) int { return len(a.pictures[name]) }
	sum := 0
	for name := range a.pictures {
		sum += size(name)
	}
	return sum
}

// A Draft belongs to nobody else yet when its function is made.
func Draft(names []string) func() int {
	a := New("draft")
	a.mu.Lock()
	a.order = names
	a.mu.Unlock()
	return func() int { return len(a.order) }
}
