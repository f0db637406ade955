// Package flags loads feature flags when they are first asked for.
package flags

import (
	"sync"
	"sync/atomic"
)

type set struct {
	on map[string]bool
}

// Loader loads the flags once; Reload drops what was loaded.
type Loader struct {
	fetch func() map[string]bool

	cur atomic.Pointer[set]
	mu  sync.Mutex // serialises fetch
	n   int
}

// NewLoader returns a loader that calls fetch on demand.
func NewLoader(fetch func() map[string]bool) *Loader {
	return &Loader{fetch: fetch}
}

func (l *Loader) get() *set {
	if s := l.cur.Load(); s != nil {
		return s
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if s := l.cur.Load(); s != nil {
		return s
	}
	s := &set{on: l.fetch()}
	l.n++
	l.cur.Store(s)
	return s
}

// Enabled tells whether a flag is on.
func (l *Loader) Enabled(name string) bool {
	return l.get().on[name]
}

// Reload makes the next call of Enabled fetch again.
func (l *Loader) Reload() { l.cur.Store(nil) }

// Fetches counts the calls of fetch.
func (l *Loader) Fetches() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.n
}
