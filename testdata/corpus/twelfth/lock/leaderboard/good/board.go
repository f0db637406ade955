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
	if !b.stale {
		return
	}
	slices.SortFunc(b.rows, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), x.At.Compare(y.At))
	})
	if len(b.rows) > b.limit {
		for _, e := range b.rows[b.limit:] {
			delete(b.index, e.Player)
		}
		b.rows = b.rows[:b.limit]
	}
	for i, e := range b.rows {
		b.index[e.Player] = i
	}
	b.stale = false
}

// Top returns the n best entries.
func (b *Board) Top(n int) []Entry {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.settle()
	return slices.Clone(b.rows[:min(n, len(b.rows))])
}

// Rank returns the player's place, counting from 1, or 0 if unknown.
func (b *Board) Rank(player string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.settle()
	i, ok := b.index[player]
	if !ok {
		return 0
	}
	return i + 1
}

// Len is the number of ranked players.
func (b *Board) Len() int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return min(len(b.rows), b.limit)
}
