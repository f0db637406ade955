// Package raftlog keeps the replicated log of one node in memory.
package raftlog

import (
	"errors"
	"slices"
	"sync"
)

// ErrGap is returned when entries do not connect to the log.
var ErrGap = errors.New("raftlog: gap before entries")

type Entry struct {
	Term    int
	Index   int
	Command string
}

type Log struct {
	mu      sync.RWMutex
	entries []Entry // entries[i].Index == i+1
	commit  int
}

func New(capacity int) *Log {
	return &Log{entries: make([]Entry, 0, capacity)}
}

// Append stores ents after prev, replacing a conflicting uncommitted tail.
func (l *Log) Append(prev int, ents ...Entry) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if prev > len(l.entries) || prev < l.commit {
		return ErrGap
	}
	l.entries = append(l.entries[:prev], ents...)
	return nil
}

// Commit advances the commit index.
func (l *Log) Commit(index int) {
	l.mu.Lock()
	l.commit = max(l.commit, min(index, len(l.entries)))
	l.mu.Unlock()
}

// Batch returns up to limit entries that follow index after.
func (l *Log) Batch(after, limit int) []Entry {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if after >= len(l.entries) {
		return nil
	}
	end := min(after+limit, len(l.entries))
	return slices.Clone(l.entries[after:end])
}

// Last reports the index and term of the newest entry.
func (l *Log) Last() (index, term int) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if n := len(l.entries); n > 0 {
		return n, l.entries[n-1].Term
	}
	return 0, 0
}
