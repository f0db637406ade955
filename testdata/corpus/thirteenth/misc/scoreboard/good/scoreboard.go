// Package scoreboard keeps the points of a game night.
package scoreboard

import "maps"

// Board is operated by one goroutine; its methods may be called by any.
type Board struct {
	ops    chan func()
	points map[string]int
	gone   chan struct{}
}

// Open starts a board.
func Open() *Board {
	b := &Board{ops: make(chan func()), points: map[string]int{}, gone: make(chan struct{})}
	go func() {
		defer close(b.gone)
		for op := range b.ops {
			op()
		}
	}()
	return b
}

func (b *Board) ask(op func()) {
	done := make(chan struct{})
	b.ops <- func() {
		defer close(done)
		op()
	}
	<-done
}

// Score adds points.
func (b *Board) Score(team string, n int) {
	b.ops <- func() { b.points[team] += n }
}

// Leader returns the best team.
func (b *Board) Leader() (best string) {
	b.ask(func() {
		for team, n := range b.points {
			if best == "" || n > b.points[best] {
				best = team
			}
		}
	})
	return best
}

// All returns all points.
func (b *Board) All() (all map[string]int) {
	b.ask(func() { all = maps.Clone(b.points) })
	return all
}

// Close ends the game and returns the final points. No other method may be
// called at the same time or later.
func (b *Board) Close() map[string]int {
	close(b.ops)
	<-b.gone
	return b.points
}
