// Package publishedmaps has versions of tables in atomics, which readers use without a lock.
package publishedmaps

import (
	"maps"
	"sync"
	"sync/atomic"
)

type table struct {
	version int
	rules   map[string]int
	names   map[string]string
}

// A Set shares a map between two versions.
type Set struct {
	writer sync.Mutex
	cur    atomic.Pointer[table]
}

func (s *Set) Rule(name string) int { return s.cur.Load().rules[name] }

func (s *Set) Update(name string, percent int) {
	s.writer.Lock()
	defer s.writer.Unlock()
	old := s.cur.Load() // related `the version with this map is loaded here`
	next := &table{version: old.version + 1, rules: old.rules, names: maps.Clone(old.names)}
	next.rules[name] = percent // want `^likely data race: Update changes a map of the version that s.cur holds, which readers may have from Load at this time; change a copy, as maps.Clone makes it, and store that \(publish-before-init\)$`
	next.names[name] = name
	s.cur.Store(next)
}

// Copied copies the struct, and with it the map.
func (s *Set) Copied(name string) {
	s.writer.Lock()
	defer s.writer.Unlock()
	next := *s.cur.Load()    // related `loaded here`
	delete(next.rules, name) // want `changes a map of the version that s.cur holds.* \(publish-before-init\)`
	s.cur.Store(&next)
}

// InPlace does not even make a new version.
func (s *Set) InPlace(name string) {
	s.writer.Lock()
	defer s.writer.Unlock()
	cur := s.cur.Load() // related `loaded here`
	clear(cur.rules)    // want `changes a map of the version that s.cur holds.* \(publish-before-init\)`
}

// Cloned gives the new version a map of its own.
func (s *Set) Cloned(name string, percent int) {
	s.writer.Lock()
	defer s.writer.Unlock()
	next := *s.cur.Load()
	next.rules = maps.Clone(next.rules)
	next.rules[name] = percent
	s.cur.Store(&next)
}

// Filled fills a new map.
func (s *Set) Filled(name string, percent int) {
	s.writer.Lock()
	defer s.writer.Unlock()
	old := s.cur.Load()
	next := &table{version: old.version + 1, rules: make(map[string]int)}
	for k, v := range old.rules {
		next.rules[k] = v
	}
	next.rules[name] = percent
	s.cur.Store(next)
}

// A Settings holds the map itself.
type Settings struct{ values atomic.Value }

func (s *Settings) Get(name string) string { return s.values.Load().(map[string]string)[name] }

func (s *Settings) Set(name, value string) {
	values := s.values.Load().(map[string]string) // related `loaded here`
	values[name] = value                          // want `likely data race: Set changes a map of the version that s.values holds.* \(publish-before-init\)`
	s.values.Store(values)
}

// A Cache has entries with a lock of their own for their map.
type Cache struct{ cur atomic.Pointer[entries] }

type entries struct {
	mu   sync.Mutex
	list map[string]int
}

func (c *Cache) Get(name string) int {
	e := c.cur.Load()
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.list[name]
}

func (c *Cache) Put(name string, n int) {
	e := c.cur.Load()
	e.mu.Lock()
	defer e.mu.Unlock()
	e.list[name] = n
}

// A Draft is loaded by the one function that changes it.
type Draft struct{ cur atomic.Pointer[table] }

func (d *Draft) Edit(name string) {
	d.cur.Load().names[name] = name
}

// A Batch is taken out before it is changed: nobody else has it then.
type Batch struct{ cur atomic.Pointer[table] }

func (b *Batch) Take(name string) *table {
	t := b.cur.Swap(nil)
	t.names[name] = name
	return t
}

func (b *Batch) Peek() *table { return b.cur.Load() }
