// Package metrics counts events and hands out copies of the counts.
package metrics

import "sync"

type counts struct {
	Gets, Puts int
}

// Metrics may be used by several goroutines at once.
type Metrics struct {
	mu *sync.Mutex
	n  *counts
}

type registry struct {
	mu  sync.Mutex
	all []Metrics
}

var reg registry

// New returns metrics that start at zero; they may be copied.
func New() Metrics {
	m := Metrics{mu: new(sync.Mutex), n: new(counts)}
	reg.mu.Lock()
	defer reg.mu.Unlock()
	reg.all = append(reg.all, m)
	return m
}

// Get counts a Get.
func (m Metrics) Get() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.n.Gets++
}

// Snapshot returns the counts of this moment.
func (m Metrics) Snapshot() counts {
	m.mu.Lock()
	defer m.mu.Unlock()
	return *m.n
}
