// Package store counts words and gives cheap snapshots.
package store

import (
	"iter"
	"maps"
	"slices"
	"sync"
)

// Counter is safe for concurrent use.
type Counter struct {
	mu     sync.Mutex
	counts map[string]int
	shared bool // counts belongs to a snapshot, too
	copies int
}

// Snapshot never changes.
type Snapshot struct{ counts map[string]int }

// New returns an empty counter.
func New() *Counter { return &Counter{counts: make(map[string]int)} }

// own makes sure that counts may be changed. The caller holds c.mu.
func (c *Counter) own() {
	if c.shared {
		c.counts = maps.Clone(c.counts)
		c.shared = false
		c.copies++
	}
}

// Add counts a batch of words.
func (c *Counter) Add(words iter.Seq[string]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.own()
	for w := range words {
		c.bump(w)
	}
}

func (c *Counter) bump(w string) { c.counts[w]++ }

// Forget removes a word.
func (c *Counter) Forget(w string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.counts[w]; !ok {
		return
	}
	c.own()
	delete(c.counts, w)
}

// Snapshot costs nothing until the next change.
func (c *Counter) Snapshot() Snapshot {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shared = true
	return Snapshot{c.counts}
}

// Copies tells how often a snapshot made a copy necessary.
func (c *Counter) Copies() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.copies
}

// Len is the number of different words.
func (s Snapshot) Len() int { return len(s.counts) }

// Total adds all counts up.
func (s Snapshot) Total() (n int) {
	for _, c := range s.counts {
		n += c
	}
	return n
}

// Sorted yields words in alphabetical order.
func (s Snapshot) Sorted() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for _, w := range slices.Sorted(maps.Keys(s.counts)) {
			if !yield(w, s.counts[w]) {
				return
			}
		}
	}
}
