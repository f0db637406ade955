// Package flags keeps the feature flags of a program.
package flags

import "sync"

// Flags may be used by several goroutines at once.
type Flags struct {
	mu     sync.RWMutex
	values map[string]bool
}

// New returns flags that are all unknown.
func New() *Flags {
	return &Flags{values: make(map[string]bool)}
}

func (f *Flags) create(name string, on bool) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if old, ok := f.values[name]; ok {
		return old
	}
	f.values[name] = on
	return on
}

// Enabled tells whether a flag is on; ask knows it of unknown ones.
func (f *Flags) Enabled(name string, ask func(string) (bool, error)) (bool, error) {
	f.mu.RLock()
	if on, ok := f.values[name]; ok {
		f.mu.RUnlock()
		return on, nil
	}
	f.mu.RUnlock()

	on, err := ask(name)
	if err != nil {
		return false, err
	}
	return f.create(name, on), nil
}
