// Package route finds the handler for a path. Looking up takes no lock.
package route

import (
	"maps"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
)

// Handler answers a request.
type Handler func(path string) string

// snapshot is never changed after it was stored.
type snapshot struct {
	exact    map[string]Handler
	prefixes []string
	byPrefix map[string]Handler
}

// Table is a routing table.
type Table struct {
	mu  sync.Mutex // one writer at a time
	cur atomic.Pointer[snapshot]
}

// New makes an empty table.
func New() *Table {
	t := &Table{}
	t.cur.Store(&snapshot{})
	return t
}

func (t *Table) update(change func(*snapshot)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	old := t.cur.Load()
	next := &snapshot{
		exact:    make(map[string]Handler, len(old.exact)+1),
		byPrefix: make(map[string]Handler, len(old.byPrefix)+1),
	}
	maps.Copy(next.exact, old.exact)
	maps.Copy(next.byPrefix, old.byPrefix)
	change(next)
	next.prefixes = make([]string, 0, len(next.byPrefix))
	for p := range next.byPrefix {
		next.prefixes = append(next.prefixes, p)
	}
	sort.Slice(next.prefixes, func(i, k int) bool {
		return len(next.prefixes[i]) > len(next.prefixes[k])
	})
	t.cur.Store(next)
}

// Handle adds a handler; a pattern that ends in a slash stands for all below it.
func (t *Table) Handle(pattern string, h Handler) {
	t.update(func(s *snapshot) {
		if strings.HasSuffix(pattern, "/") {
			s.byPrefix[pattern] = h
			return
		}
		s.exact[pattern] = h
	})
}

// Remove takes a pattern out.
func (t *Table) Remove(pattern string) {
	t.update(func(s *snapshot) {
		delete(s.exact, pattern)
		delete(s.byPrefix, pattern)
	})
}

// Find returns the handler of a path.
func (t *Table) Find(path string) (Handler, bool) {
	s := t.cur.Load()
	if h, ok := s.exact[path]; ok {
		return h, true
	}
	for _, p := range s.prefixes {
		if strings.HasPrefix(path, p) {
			return s.byPrefix[p], true
		}
	}
	return nil, false
}

// Serve answers a request.
func (t *Table) Serve(path string) string {
	if h, ok := t.Find(path); ok {
		return h(path)
	}
	return "404 " + path
}

// Group adds handlers below one prefix.
type Group struct {
	table  *Table
	prefix string
}

// Group makes a group.
func (t *Table) Group(prefix string) *Group {
	return &Group{table: t, prefix: strings.TrimSuffix(prefix, "/")}
}

// Handle adds a handler to the group.
func (g *Group) Handle(pattern string, h Handler) {
	g.table.Handle(g.prefix+"/"+strings.TrimPrefix(pattern, "/"), h)
}

// Len is the number of patterns.
func (t *Table) Len() int {
	s := t.cur.Load()
	return len(s.exact) + len(s.byPrefix)
}
