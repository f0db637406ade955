// Package metrics keeps named counters and gauges for a service.
// A Registry is safe for concurrent use.
package metrics

import (
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"
)

// Counter only goes up.
type Counter struct{ n atomic.Int64 }

func (c *Counter) Inc()         { c.n.Add(1) }
func (c *Counter) Value() int64 { return c.n.Load() }

// Gauge can be set to any value.
type Gauge struct{ n atomic.Int64 }

func (g *Gauge) Set(v int64)  { g.n.Store(v) }
func (g *Gauge) Value() int64 { return g.n.Load() }

type Registry struct {
	sync.RWMutex
	prefix   string
	counters map[string]*Counter
	gauges   map[string]*Gauge
}

func NewRegistry(prefix string) *Registry {
	return &Registry{
		prefix:   prefix,
		counters: make(map[string]*Counter),
		gauges:   make(map[string]*Gauge),
	}
}

// Gauge returns the gauge called name, making it if needed.
func (r *Registry) Gauge(name string) *Gauge {
	r.Lock()
	defer r.Unlock()
	g := r.gauges[name]
	if g == nil {
		g = new(Gauge)
		r.gauges[name] = g
	}
	return g
}

// Counter returns the counter called name, making it if needed.
func (r *Registry) Counter(name string) *Counter {
	r.RLock()
	c, ok := r.counters[name]
	r.RUnlock()
	if ok {
		return c
	}
	r.Lock()
	defer r.Unlock()
	// somebody else may have been faster
	if c, ok = r.counters[name]; !ok {
		c = &Counter{}
		r.counters[name] = c
	}
	return c
}

// WriteTo prints all values sorted by name.
func (r *Registry) WriteTo(w io.Writer) (n int64, err error) {
	r.RLock()
	lines := make([]string, 0, len(r.counters)+len(r.gauges))
	for name, c := range r.counters {
		lines = append(lines, fmt.Sprintf("%s_%s_total %d\n", r.prefix, name, c.Value()))
	}
	for name, g := range r.gauges {
		lines = append(lines, fmt.Sprintf("%s_%s %d\n", r.prefix, name, g.Value()))
	}
	r.RUnlock()
	slices.Sort(lines)
	for _, l := range lines {
		k, err := io.WriteString(w, l)
		n += int64(k)
		if err != nil {
			return n, err
		}
	}
	return n, nil
}
