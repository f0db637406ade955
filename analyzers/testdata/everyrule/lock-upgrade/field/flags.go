// Package flags keeps the feature flags of a program.
package flags

import "sync"

type store struct {
	sync.RWMutex
	values map[string]bool
	asked  map[string]int
}

// Flags may be used by several goroutines at once.
type Flags struct {
	*store
}

// New returns flags that are all off.
func New() *Flags {
	return &Flags{&store{values: map[string]bool{}, asked: map[string]int{}}}
}

// Enable switches a flag on.
func (f *Flags) Enable(name string) {
	f.Lock()
	defer f.Unlock()
	f.values[name] = true
}

// Enabled tells whether a flag is on, and counts the questions for unknown ones.
func (f *Flags) Enabled(name string) bool {
	f.RLock()
	defer f.RUnlock()
	on, ok := f.values[name]
	if !ok {
		f.Lock() // BUG
		f.asked[name]++
		f.Unlock()
	}
	return on
}
