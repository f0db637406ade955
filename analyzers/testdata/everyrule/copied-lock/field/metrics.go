// Package metrics counts events in shards.
package metrics

import "sync"

type shard struct {
	mu sync.Mutex
	n  int
}

// Metrics may be used by several goroutines at once.
type Metrics struct {
	shards [8]shard
}

// Add counts an event.
func (m *Metrics) Add(key int) {
	s := &m.shards[key&7]
	s.mu.Lock()
	defer s.mu.Unlock()
	s.n++
}

// Total returns the number of events.
func (m *Metrics) Total() int {
	sum := 0
	for i := range m.shards {
		s := m.shards[i] // BUG
		s.mu.Lock()
		sum += s.n
		s.mu.Unlock()
	}
	return sum
}
