// Package plugins knows the plugins of an editor.
package plugins

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"
)

// Plugin can do something with a text.
type Plugin interface {
	Name() string
	Apply(text string) string
}

// Registry holds plugins by name.
type Registry struct {
	mu     sync.RWMutex
	byName map[string]Plugin
	uses   map[string]int
}

// Register adds or replaces a plugin.
func (r *Registry) Register(p Plugin) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.byName == nil {
		r.byName = make(map[string]Plugin)
		r.uses = make(map[string]int)
	}
	r.byName[p.Name()] = p
}

// Sorted yields the plugins by name. The loop body may call the registry.
func (r *Registry) Sorted() iter.Seq[Plugin] {
	r.mu.RLock()
	list := slices.Collect(maps.Values(r.byName))
	r.mu.RUnlock()
	slices.SortFunc(list, func(a, b Plugin) int { return cmp.Compare(a.Name(), b.Name()) })
	return slices.Values(list)
}

// Uses yields how often each plugin was used. The loop body must not call
// the registry, as it is locked meanwhile.
func (r *Registry) Uses() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		r.mu.RLock()
		defer r.mu.RUnlock()
		for name, n := range r.uses {
			if !yield(name, n) {
				return
			}
		}
	}
}

// Run sends a text through all plugins.
func (r *Registry) Run(text string) string {
	for p := range r.Sorted() {
		text = p.Apply(text)
		r.mu.Lock()
		r.uses[p.Name()]++
		r.mu.Unlock()
	}
	return text
}

// Total is the number of uses.
func (r *Registry) Total() int {
	sum := 0
	for _, n := range r.Uses() {
		sum += n
	}
	return sum
}
