// Package copiedfields copies locks that lie in the fields of what is copied.
package copiedfields

import "sync"

type guarded struct {
	mu sync.Mutex
	n  int
}

type board struct {
	first guarded
	all   []guarded
}

type game struct{ board board }

func (g *game) restart(from *board) {
	g.board = *from // want `copied lock: assignment copies lock value to g.board: .*copiedfields.board contains .*copiedfields.guarded contains sync.Mutex.*\(copied-lock\)`
}

func (g *game) save(keep func(board)) {
	keep(g.board) // want `copied lock: call of keep copies lock value.*\(copied-lock\)`
}

type tally struct {
	mu sync.Mutex
	n  int
}

func snapshot(t *tally) int {
	first := *t //nolint:errcheck // want `assignment copies lock value.* \(copied-lock\)`
	_ = 0       //nolint
	last := *t  // want `assignment copies lock value.* \(copied-lock\)`
	return first.n + last.n
}
