// Package board keeps the best players of a game.
package board

import (
	"cmp"
	"errors"
	"slices"
	"sync"
)

// Entry is one row.
type Entry struct {
	Player string
	Points int
}

// ErrName is returned for players without a name.
var ErrName = errors.New("board: empty name")

// Board is safe for concurrent use.
type Board struct {
	mu   sync.RWMutex
	rows []Entry // best first
	max  int
}

// New returns a board with room for max players.
func New(max int) *Board { return &Board{max: max} }

// Submit adds points to a player.
func (b *Board) Submit(player string, points int) error {
	if player == "" {
		return ErrName
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	i := slices.IndexFunc(b.rows, func(e Entry) bool { return e.Player == player })
	if i < 0 {
		b.rows = append(b.rows, Entry{Player: player})
		i = len(b.rows) - 1
	}
	b.rows[i].Points += points
	slices.SortStableFunc(b.rows, func(x, y Entry) int { return cmp.Compare(y.Points, x.Points) })
	if len(b.rows) > b.max {
		b.rows = b.rows[:b.max]
	}
	return nil
}

// Top returns the n best players.
func (b *Board) Top(n int) []Entry {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return slices.Clone(b.rows[:min(n, len(b.rows))])
}

// Len returns the number of players on the board.
func (b *Board) Len() int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return len(b.rows)
}
