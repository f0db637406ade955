package main

import (
	"fmt"
	"strings"
	"sync"
)

// world is a torus of cells.
type world struct {
	h, w  int
	cells [][]bool
	next  [][]bool
}

func grid(h, w int) [][]bool {
	g := make([][]bool, h)
	for i := range g {
		g[i] = make([]bool, w)
	}
	return g
}

func newWorld(rows ...string) *world {
	w := &world{h: len(rows), w: len(rows[0])}
	w.cells = grid(w.h, w.w)
	w.next = grid(w.h, w.w)
	for i, r := range rows {
		for j, c := range r {
			w.cells[i][j] = c == '#'
		}
	}
	return w
}

func (w *world) alive(i, j int) bool {
	return w.cells[(i+w.h)%w.h][(j+w.w)%w.w]
}

func (w *world) neighbours(i, j int) int {
	n := 0
	for di := -1; di <= 1; di++ {
		for dj := -1; dj <= 1; dj++ {
			if (di != 0 || dj != 0) && w.alive(i+di, j+dj) {
				n++
			}
		}
	}
	return n
}

// row computes one row of the next generation.
func (w *world) row(i int) {
	fresh := w.next[i]
	for j := range fresh {
		n := w.neighbours(i, j)
		fresh[j] = n == 3 || n == 2 && w.alive(i, j)
	}
}

func (w *world) step() {
	var wg sync.WaitGroup
	for i := range w.h {
		wg.Add(1)
		go func() {
			defer wg.Done()
			w.row(i)
		}()
	}
	wg.Wait()
	w.cells, w.next = w.next, w.cells
}

func (w *world) String() string {
	var b strings.Builder
	for _, r := range w.cells {
		for _, c := range r {
			if c {
				b.WriteByte('#')
			} else {
				b.WriteByte('.')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func main() {
	w := newWorld(
		"..........",
		"..#.......",
		"...#......",
		".###......",
		"..........",
		"..........",
		"..........",
		"..........",
	)
	for range 40 {
		w.step()
	}
	fmt.Print(w)
}
