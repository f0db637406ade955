package main

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

// Score is one line of the leaderboard.
type Score struct {
	Player string
	Points int
	Games  int
}

// Board keeps the scores of all players.
type Board struct {
	mu     sync.RWMutex
	scores map[string]*Score
	top    []Score
	dirty  bool
}

func NewBoard() *Board {
	return &Board{scores: make(map[string]*Score)}
}

// Add gives points to a player.
func (b *Board) Add(player string, points int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.scores[player]
	if s == nil {
		s = &Score{Player: player}
		b.scores[player] = s
	}
	s.Points += points
	s.Games++
	b.dirty = true
}

// Top returns the best n players.
func (b *Board) Top(n int) []Score {
	if b.dirty { // BUG: unlocked-read
		b.rebuild()
	}
	return slices.Clone(b.top[:min(n, len(b.top))]) // BUG: unlocked-read
}

// rebuild sorts the scores anew.
func (b *Board) rebuild() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.top = b.top[:0]
	for _, s := range b.scores {
		b.top = append(b.top, *s)
	}
	slices.SortFunc(b.top, func(x, y Score) int {
		if c := cmp.Compare(y.Points, x.Points); c != 0 {
			return c
		}
		return cmp.Compare(x.Player, y.Player)
	})
	b.dirty = false
}

// Players is the number of players.
func (b *Board) Players() int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return len(b.scores)
}

func (s Score) String() string {
	return fmt.Sprintf("%-6s %4d (%d games)", s.Player, s.Points, s.Games)
}
