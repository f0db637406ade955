// Package leaderboard keeps arcade scores. Submitting is cheap; the ranking
// is put in order only when somebody looks at it.
package leaderboard

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

type Entry struct {
	Player string
	Score  int
	At     time.Time
}

type Board struct {
	mu    sync.RWMutex
	rows  []Entry
	index map[string]int // player -> position in rows
	stale bool
	motd  atomic.Value // string
	limit int
}

func New(limit int) *Board {
	b := &Board{index: map[string]int{}, limit: limit}
	b.motd.Store("")
	return b
}

func (b *Board) SetMessage(s string) { b.motd.Store(s) }
func (b *Board) Message() string     { return b.motd.Load().(string) }

// Submit records a score, keeping the player's best. It reports whether the
// score is a personal best.
func (b *Board) Submit(player string, score int, at time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i, ok := b.index[player]; ok {
		if b.rows[i].Score >= score {
			return false
		}
		b.rows[i].Score, b.rows[i].At = score, at
	} else {
		b.index[player] = len(b.rows)
		b.rows = append(b.rows, Entry{player, score, at})
	}
	b.stale = true
	return true
}

func (b *Board) settle() {
	if !b.stale { // BUG: rlock-write
		return
	}
	slices.SortFunc(b.rows, func(x, y Entry) int { // BUG: rlock-write
		return cmp.Or(cmp.Compare(y.Score, x.Score), x.At.Compare(y.At))
	})
	if len(b.rows) > b.limit {
		for _, e := range b.rows[b.limit:] {
			delete(b.index, e.Player) // BUG: rlock-write
		}
		b.rows = b.rows[:b.limit] // BUG: rlock-write
	}
	for i, e := range b.rows { // BUG: rlock-write
		b.index[e.Player] = i // BUG: rlock-write
	}
	b.stale = false // BUG: rlock-write
}

// Top returns the n best entries.
func (b *Board) Top(n int) []Entry {
	b.mu.RLock() // BUG: rlock-write
	defer b.mu.RUnlock()
	b.settle()                                        // BUG: rlock-write
	return slices.Clone(b.rows[:min(n, len(b.rows))]) // BUG: rlock-write
}

// Rank returns the player's place, counting from 1, or 0 if unknown.
func (b *Board) Rank(player string) int {
	b.mu.RLock() // BUG: rlock-write
	defer b.mu.RUnlock()
	b.settle()               // BUG: rlock-write
	i, ok := b.index[player] // BUG: rlock-write
	if !ok {
		return 0
	}
	return i + 1
}

// Len is the number of ranked players.
func (b *Board) Len() int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return min(len(b.rows), b.limit) // BUG: rlock-write
}
