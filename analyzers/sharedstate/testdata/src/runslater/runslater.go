// Package runslater locks where it makes a function, and not in that function.
package runslater

import (
	"iter"
	"slices"
	"sync"
)

// An Album holds pictures.
type Album struct {
	mu       sync.RWMutex
	pictures map[string][]byte
	order    []string
}

func (a *Album) Put(name string, data []byte) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.pictures[name] = data
	a.order = append(a.order, name)
	slices.Sort(a.order)
}

func (a *Album) Names() iter.Seq[string] {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return func(yield func(string) bool) {
		for name := range a.pictures { // want `likely data race: the function that Names returns uses a.pictures when Names has released a.mu, which Put holds when it changes it; take the lock in the function that is returned \(guarded-escape\)`
			if !yield(name) {
				return
			}
		}
	}
}

// Finder gives a function to look pictures up.
func (a *Album) Finder() func(string) int {
	a.mu.RLock()
	n := len(a.order)
	a.mu.RUnlock()
	return func(name string) int {
		if n == 0 {
			return -1
		}
		return slices.Index(a.order, name) // want `the function that Finder returns uses a.order when Finder has released a.mu.* \(guarded-escape\)`
	}
}
