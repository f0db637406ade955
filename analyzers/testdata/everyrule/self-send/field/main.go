// Package main keeps the moves that are played on a board.
package main

import "fmt"

type move struct{ from, to string }

type board struct {
	pending chan move
	played  []move
}

func newBoard() *board {
	return &board{pending: make(chan move)}
}

func (b *board) play(from, to string) {
	b.pending <- move{from, to} // BUG
	b.apply()
}

func (b *board) apply() {
	m := <-b.pending
	b.played = append(b.played, m)
}

func main() {
	b := newBoard()
	b.play("e2", "e4")
	b.play("e7", "e5")
	fmt.Println(len(b.played), "moves")
}
