// Package leaderboard keeps the points of the players of a game.
package leaderboard

import (
	"sort"
	"sync"
)

// Entry is one row of the board.
type Entry struct {
	Name   string
	Points int
}

// Board is the list of all players.
type Board struct {
	mu      sync.RWMutex
	entries []Entry
	byName  map[string]int
}

// New returns an empty board.
func New() *Board {
	return &Board{byName: make(map[string]int)}
}

// Add gives points to a player, who is entered when new.
func (b *Board) Add(name string, points int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	i, ok := b.byName[name]
	if !ok {
		i = len(b.entries)
		b.byName[name] = i
		b.entries = append(b.entries, Entry{Name: name})
	}
	b.entries[i].Points += points
}

// All returns the rows in the order in which the players came.
func (b *Board) All() []Entry {
	b.mu.RLock()
	defer b.mu.RUnlock()
	list := make([]Entry, len(b.entries))
	copy(list, b.entries)
	return list
}

// Best returns the n best players.
func (b *Board) Best(n int) []Entry {
	b.mu.RLock()
	rows := append([]Entry(nil), b.entries...)
	b.mu.RUnlock()

	sort.Slice(rows, func(i, j int) bool { return rows[i].Points > rows[j].Points })
	if n > len(rows) {
		n = len(rows)
	}
	return rows[:n]
}
