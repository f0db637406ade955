// Package routes is a path table which is read on every request and hardly
// ever changed.
package routes

import (
	"strings"
	"sync"
	"sync/atomic"
)

// Handler answers a request.
type Handler func(path string) string

type route struct {
	prefix string
	handle Handler
	hits   atomic.Int64
}

type table struct {
	routes   []*route
	fallback Handler
	byPrefix map[string]*route
}

// Mux finds the handler with the longest matching prefix.
type Mux struct {
	current atomic.Pointer[table]
	edit    sync.Mutex
}

// Option prepares the first table of a Mux.
type Option func(*table)

// Fallback sets the handler of paths which match no prefix.
func Fallback(h Handler) Option {
	return func(t *table) { t.fallback = h }
}

func New(opts ...Option) *Mux {
	t := &table{byPrefix: map[string]*route{}}
	t.fallback = func(path string) string { return "not found: " + path }
	m := new(Mux)
	for _, o := range opts {
		o(t)
	}
	m.current.Store(t)
	return m
}

func (t *table) insert(r *route) {
	t.byPrefix[r.prefix] = r
	at := len(t.routes)
	for at > 0 && len(t.routes[at-1].prefix) < len(r.prefix) {
		at--
	}
	t.routes = append(t.routes, nil)
	copy(t.routes[at+1:], t.routes[at:])
	t.routes[at] = r
}

func (t *table) without(prefix string) *table {
	next := &table{
		routes:   make([]*route, 0, len(t.routes)+1),
		byPrefix: make(map[string]*route, len(t.routes)+1),
	}
	next.fallback = t.fallback
	for _, r := range t.routes {
		if r.prefix != prefix {
			next.routes = append(next.routes, r)
			next.byPrefix[r.prefix] = r
		}
	}
	return next
}

// Handle sets the handler of a prefix.
func (m *Mux) Handle(prefix string, h Handler) {
	m.edit.Lock()
	defer m.edit.Unlock()
	next := m.current.Load().without(prefix)
	next.insert(&route{prefix: prefix, handle: h})
	m.current.Store(next)
}

// Remove drops a prefix and returns how often it had been hit.
func (m *Mux) Remove(prefix string) int64 {
	m.edit.Lock()
	defer m.edit.Unlock()
	old := m.current.Load()
	r, ok := old.byPrefix[prefix]
	if !ok {
		return 0
	}
	m.current.Store(old.without(prefix))
	return r.hits.Load()
}

// Serve answers a request.
func (m *Mux) Serve(path string) string {
	t := m.current.Load()
	for _, r := range t.routes {
		if strings.HasPrefix(path, r.prefix) {
			r.hits.Add(1)
			return r.handle(path)
		}
	}
	return t.fallback(path)
}
