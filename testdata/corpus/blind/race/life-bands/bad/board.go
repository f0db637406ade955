package main

import "strings"

// Board is a torus of cells.
type Board struct {
	w, h  int
	cells [][]bool
}

func NewBoard(w, h int) *Board {
	b := &Board{w: w, h: h, cells: make([][]bool, h)}
	for y := range b.cells {
		b.cells[y] = make([]bool, w)
	}
	return b
}

// Parse reads a board where '#' is a living cell.
func Parse(rows ...string) *Board {
	b := NewBoard(len(rows[0]), len(rows))
	for y, r := range rows {
		for x, c := range r {
			b.cells[y][x] = c == '#'
		}
	}
	return b
}

func (b *Board) At(x, y int) bool {
	return b.cells[(y+b.h)%b.h][(x+b.w)%b.w] // BUG: data-race
}

func (b *Board) neighbours(x, y int) int {
	n := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if (dx != 0 || dy != 0) && b.At(x+dx, y+dy) {
				n++
			}
		}
	}
	return n
}

func (b *Board) lives(x, y int) bool {
	switch b.neighbours(x, y) {
	case 3:
		return true
	case 2:
		return b.At(x, y)
	}
	return false
}

func (b *Board) Alive() int {
	n := 0
	for _, row := range b.cells {
		for _, c := range row {
			if c {
				n++
			}
		}
	}
	return n
}

func (b *Board) String() string {
	var sb strings.Builder
	for _, row := range b.cells {
		for _, c := range row {
			if c {
				sb.WriteByte('#')
			} else {
				sb.WriteByte('.')
			}
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}
