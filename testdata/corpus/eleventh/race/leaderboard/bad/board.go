// Package leaderboard keeps the running scores of a tournament.
package leaderboard

import (
	"cmp"
	"slices"
	"sync"
)

// Entry is one row of the published table.
type Entry struct {
	Player string
	Points int
}

// Board collects points as matches finish. Ranking is only worked out
// when somebody asks for it, since there are many more awards than views.
type Board struct {
	mu     sync.RWMutex
	points map[string]int
	ranked []Entry
	stale  bool
}

func New() *Board {
	return &Board{points: make(map[string]int)}
}

// Award adds n points to the player's account.
func (b *Board) Award(player string, n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.points[player] += n
	b.stale = true
}

// Disqualify removes the player from the tournament.
func (b *Board) Disqualify(player string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, ok := b.points[player]; !ok {
		return false
	}
	delete(b.points, player)
	b.stale = true
	return true
}

// Points returns the current score of a player.
func (b *Board) Points(player string) (int, bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	p, ok := b.points[player]
	return p, ok
}

// Top returns the n best players, best first.
func (b *Board) Top(n int) []Entry {
	b.mu.RLock() // BUG: rlock-write
	defer b.mu.RUnlock()
	if b.stale { // BUG: rlock-write
		b.rank()
	}
	return slices.Clone(b.ranked[:min(n, len(b.ranked))]) // BUG: rlock-write
}

func (b *Board) rank() {
	rows := make([]Entry, 0, len(b.points))
	for name, p := range b.points {
		rows = append(rows, Entry{Player: name, Points: p})
	}
	slices.SortFunc(rows, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(y.Points, x.Points), cmp.Compare(x.Player, y.Player))
	})
	b.ranked = rows // BUG: rlock-write
	b.stale = false // BUG: rlock-write
}
