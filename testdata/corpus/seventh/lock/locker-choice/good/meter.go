// Package meter counts things, with or without locking.
package meter

import "sync"

// nolock is a Locker for meters that one goroutine uses alone.
type nolock struct{}

func (nolock) Lock()   {}
func (nolock) Unlock() {}

// Meter counts by name.
type Meter struct {
	w, r   sync.Locker
	counts map[string]int
}

// Local makes a meter without locks.
func Local() *Meter {
	return &Meter{w: nolock{}, r: nolock{}, counts: make(map[string]int)}
}

// Shared makes a meter for many goroutines.
func Shared() *Meter {
	var mu sync.RWMutex
	return &Meter{w: &mu, r: mu.RLocker(), counts: make(map[string]int)}
}

// Add counts n things.
func (m *Meter) Add(name string, n int) {
	m.w.Lock()
	defer m.w.Unlock()
	m.counts[name] += n
}

// Get returns a count.
func (m *Meter) Get(name string) int {
	m.r.Lock()
	defer m.r.Unlock()
	return m.counts[name]
}

// Merge adds the counts of a local meter.
func (m *Meter) Merge(local *Meter) {
	m.w.Lock()
	defer m.w.Unlock()
	for name, n := range local.counts {
		m.counts[name] += n
	}
}
