// Package chess keeps the ratings of a club's players.
package chess

import "sync"

// A Formula computes a player's new rating. Formulas are slow: some ask a server.
type Formula interface {
	Next(rating, points int) int
}

// A Table holds the ratings of one club. Many games end at the same time.
type Table struct {
	formula Formula

	mu      sync.Mutex // guards ratings
	ratings map[string]int
}

// NewTable returns a table in which everybody has the rating 0.
func NewTable(formula Formula) *Table {
	return &Table{formula: formula, ratings: make(map[string]int)}
}

// Record changes a player's rating after a game.
func (t *Table) Record(player string, points int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ratings[player] = t.formula.Next(t.ratings[player], points)
}

// Rating returns a player's rating.
func (t *Table) Rating(player string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.ratings[player]
}

// A Game is what one player got in a game.
type Game struct {
	Player string
	Points int
}

// RecordAll records the games of an evening, all of them at once.
func (t *Table) RecordAll(games []Game) {
	var work sync.WaitGroup
	for _, g := range games {
		work.Go(func() { t.Record(g.Player, g.Points) })
	}
	work.Wait()
}
