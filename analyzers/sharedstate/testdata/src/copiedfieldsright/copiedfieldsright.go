// Package copiedfieldsright has locks in fields of fields, and makes new ones only.
package copiedfieldsright

import "sync"

type guarded struct {
	mu sync.Mutex
	n  int
}

type board struct {
	first guarded
	all   []*guarded
}

type game struct{ board *board }

func (g *game) restart() { g.board = &board{} }

func (g *game) save(keep func(*board)) { keep(g.board) }

// What the lock guards is copied, not the lock.
func (b *board) copy() *board {
	b.first.mu.Lock()
	defer b.first.mu.Unlock()
	c := &board{first: guarded{n: b.first.n}}
	for _, g := range b.all {
		c.all = append(c.all, g)
	}
	return c
}

func newGuarded() guarded { return guarded{n: 1} }
