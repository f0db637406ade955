package main

import (
	"fmt"
	"sync"
)

type game struct {
	board *Board
	bands int
	gen   int
}

func newGame(b *Board, bands int) *game {
	return &game{board: b, bands: bands}
}

// band computes the rows from..to of the next generation.
func (g *game) band(from, to int) {
	for y := from; y < to; y++ {
		row := make([]bool, g.board.w)
		for x := range row {
			row[x] = g.board.lives(x, y) // BUG: data-race
		}
		g.board.cells[y] = row // BUG: data-race
	}
}

func (g *game) step() {
	var wg sync.WaitGroup
	size := (g.board.h + g.bands - 1) / g.bands
	for from := 0; from < g.board.h; from += size {
		to := min(from+size, g.board.h)
		wg.Add(1)
		go func() {
			defer wg.Done()
			g.band(from, to) // BUG: data-race
		}()
	}
	wg.Wait()
	g.gen++
}

func main() {
	g := newGame(Parse(
		"..........",
		"...#......",
		"....#.....",
		"..###.....",
		"..........",
		"......##..",
		"......##..",
		"..........",
	), 4)
	for range 12 {
		g.step()
	}
	fmt.Println("generation", g.gen)
	_ = g.board.String()
	fmt.Println("alive:", g.board.Alive() > 0)
}
