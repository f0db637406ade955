package metrics

import (
	"fmt"
	"sort"
	"sync"
)

// Source is something that can be exported.
type Source interface {
	Name() string
	Values() map[string]int64
}

// Registry knows the sources by name.
type Registry struct {
	mu      sync.Mutex
	sources map[string]Source
}

// NewRegistry makes an empty registry.
func NewRegistry() *Registry {
	return &Registry{sources: make(map[string]Source)}
}

// Register adds a source.
func (r *Registry) Register(s Source) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, dup := r.sources[s.Name()]; dup {
		return fmt.Errorf("metrics: %s registered twice", s.Name())
	}
	r.sources[s.Name()] = s
	return nil
}

// Sources lists the sources in the order of their names.
func (r *Registry) Sources() []Source {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := make([]Source, 0, len(r.sources))
	for _, s := range r.sources {
		out = append(out, s)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name() < out[j].Name() })
	return out
}
