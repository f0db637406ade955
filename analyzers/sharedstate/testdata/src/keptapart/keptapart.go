// Package keptapart has objects with a lock of their own, which their keeper uses without it.
package keptapart

import "sync"

type shard struct {
	mu   sync.Mutex
	rows []string
	hits int
}

func (s *shard) insert(row string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows = append(s.rows, row) // related `^the other side: insert writes t\.shards\[…\]\.rows holding t\.shards\[…\]\.mu \(wrong-lock\)$`
	s.hits++
}

func (s *shard) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.rows)
}

// A Table's shards are safe by themselves.
type Table struct {
	mu     sync.Mutex
	shards []*shard
	named  map[string]*shard
	runs   int
}

func NewTable(n int) *Table {
	t := &Table{named: make(map[string]*shard)}
	for range n {
		s := &shard{}
		s.rows = make([]string, 0, 8)
		t.shards = append(t.shards, s)
	}
	for i := range t.shards {
		t.shards[i].hits = 0
	}
	return t
}

func (t *Table) Insert(row string) { t.shards[len(row)%len(t.shards)].insert(row) }

// Compact holds its own lock, and not those of the shards.
func (t *Table) Compact() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.runs++
	for _, s := range t.shards {
		live := s.rows[:0]
		for _, row := range s.rows {
			if row != "" {
				live = append(live, row)
			}
		}
		s.rows = live // want `data race: Compact writes t.shards.*.rows holding t.mu, but insert writes it holding .*mu: two different locks.*\(wrong-lock\)`
	}
}

// Total asks each shard.
func (t *Table) Total() (sum int) {
	for _, s := range t.shards {
		sum += s.count()
	}
	return sum
}

// Clear takes each shard's lock.
func (t *Table) Clear() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, s := range t.shards {
		s.mu.Lock()
		s.rows = nil
		s.mu.Unlock()
	}
}

// Drop has the shard to itself once it is out of the table.
func (t *Table) Drop(name string) []string {
	t.mu.Lock()
	s := t.named[name]
	delete(t.named, name)
	t.mu.Unlock()
	if s == nil {
		return nil
	}
	return s.rows
}
