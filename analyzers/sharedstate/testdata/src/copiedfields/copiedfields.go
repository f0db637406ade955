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
