// Package partsguarded has a lock beside a struct whose fields it protects.
package partsguarded

import "sync"

type Stats struct {
	Files int
	Bytes int64
}

type Tracker struct {
	mu    sync.Mutex
	stats Stats
	name  Name
}

type Name struct{ first, last string }

func (t *Tracker) Done(bytes int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stats.Files++
	t.stats.Bytes += bytes
}

func (t *Tracker) Snapshot() Stats {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.stats
}

func (t *Tracker) Files() int {
	return t.stats.Files // want `likely data race: Files reads t.stats.Files without t.mu, which Done holds when it writes t.stats.Files \(unlocked-field\)`
}

// Rename and Last touch different parts of the name.
func (t *Tracker) Rename(first string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.name.first = first
}

func (t *Tracker) Last() string { return t.name.last }
