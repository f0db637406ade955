// Package metrics collects numbers and writes them as text.
package metrics

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
)

// Registry holds metrics by name.
type Registry struct {
	mu      sync.RWMutex
	metrics map[string]Metric
}

// NewRegistry makes an empty registry.
func NewRegistry() *Registry {
	return &Registry{metrics: make(map[string]Metric)}
}

func register[M Metric](r *Registry, m M) M {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, dup := r.metrics[m.Name()]; dup {
		panic(fmt.Sprintf("metrics: %s registered twice", m.Name()))
	}
	r.metrics[m.Name()] = m
	return m
}

// Counter registers a counter.
func (r *Registry) Counter(name, help string) *Counter {
	return register(r, &Counter{desc: desc{name, help}})
}

// Gauge registers a gauge.
func (r *Registry) Gauge(name, help string) *Gauge {
	return register(r, &Gauge{desc: desc{name, help}})
}

// Histogram registers a histogram.
func (r *Registry) Histogram(name, help string, bounds ...float64) *Histogram {
	return register(r, &Histogram{
		desc:   desc{name, help},
		bounds: slices.Clone(bounds),
		counts: make([]uint64, len(bounds)+1),
	})
}

// Export writes all metrics, sorted by name.
func (r *Registry) Export(w io.Writer) {
	r.mu.RLock()
	all := make([]Metric, 0, len(r.metrics))
	for _, m := range r.metrics {
		all = append(all, m)
	}
	r.mu.RUnlock()
	slices.SortFunc(all, func(a, b Metric) int { return strings.Compare(a.Name(), b.Name()) })
	for _, m := range all {
		m.write(w)
	}
}
