// Package board keeps the best scores of a game. A Board may be used by
// any number of goroutines.
package board

import (
	"cmp"
	"slices"
	"sync"
)

// Entry is one line of the board.
type Entry struct {
	Player string
	Points int
}

// Board is sorted by falling points.
type Board struct {
	mu      sync.Mutex
	entries []Entry
	limit   int
}

// New makes a board of at most limit lines.
func New(limit int) *Board {
	return &Board{limit: limit, entries: make([]Entry, 0, limit+1)}
}

// Add puts a score in its place and drops the worst one when the board is full.
func (b *Board) Add(player string, points int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	e := Entry{Player: player, Points: points}
	i, _ := slices.BinarySearchFunc(b.entries, e, func(a, b Entry) int {
		return cmp.Compare(b.Points, a.Points)
	})
	b.entries = slices.Insert(b.entries, i, e) // BUG: guarded-escape
	if len(b.entries) > b.limit {
		b.entries = b.entries[:b.limit]
	}
}

// Top returns the first n lines.
func (b *Board) Top(n int) []Entry {
	b.mu.Lock()
	defer b.mu.Unlock()
	if n > len(b.entries) {
		n = len(b.entries)
	}
	return b.entries[:n] // BUG: guarded-escape
}

// Leader names the best player, if there is one.
func (b *Board) Leader() (string, bool) {
	top := b.Top(1) // BUG: guarded-escape
	if len(top) == 0 {
		return "", false
	}
	return top[0].Player, true // BUG: guarded-escape
}
