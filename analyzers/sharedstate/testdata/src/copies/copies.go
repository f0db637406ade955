// Package copies takes copies under the lock and works on them without it.
package copies

import (
	"maps"
	"slices"
	"sync"
)

type Roster struct {
	mu    sync.RWMutex
	names []string
	ages  map[string]int
	last  string
	size  int
}

func (r *Roster) Add(name string, age int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.names = append(r.names, name)
	r.ages[name] = age
	r.last = name
	r.size++
}

func (r *Roster) Names() []string {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return slices.Clone(r.names)
}

func (r *Roster) Ages() map[string]int {
	r.mu.RLock()
	ages := maps.Clone(r.ages)
	r.mu.RUnlock()
	ages["total"] = len(ages)
	return ages
}

type view struct {
	last string
	size int
}

// snapshot copies both fields under one lock; its copy has no lock.
func (r *Roster) snapshot() view {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return view{last: r.last, size: r.size}
}

func (r *Roster) Last() (string, int) {
	v := r.snapshot()
	v.size++
	return v.last, v.size
}

// Each calls back without the lock, on a copy.
func (r *Roster) Each(f func(name string)) {
	for _, name := range r.Names() {
		f(name)
	}
}
