package main

import (
	"fmt"
	"strings"
	"sync"
)

const (
	width  = 24
	height = 12
)

type grid [height][width]bool

func (g *grid) alive(y, x int) bool {
	return g[(y+height)%height][(x+width)%width]
}

func (g *grid) next(y, x int) bool {
	n := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if (dy != 0 || dx != 0) && g.alive(y+dy, x+dx) {
				n++
			}
		}
	}
	return n == 3 || n == 2 && g.alive(y, x)
}

func (g *grid) String() string {
	var b strings.Builder
	for y := range g {
		for x := range g[y] {
			if g[y][x] {
				b.WriteByte('#')
			} else {
				b.WriteByte('.')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

type world struct {
	cells [2]grid // current and next, by turns
}

// stripe computes rows [lo,hi) of one generation
func (w *world) stripe(gen, lo, hi int) {
	from, to := &w.cells[gen%2], &w.cells[(gen+1)%2]
	for y := lo; y < hi; y++ {
		for x := 0; x < width; x++ {
			to[y][x] = from.next(y, x)
		}
	}
}

func (w *world) run(gens, workers int) {
	rows := height / workers
	for g := 0; g < gens; g++ {
		var wg sync.WaitGroup
		for i := range workers {
			wg.Add(1)
			go func() {
				defer wg.Done()
				w.stripe(g, i*rows, (i+1)*rows)
			}()
		}
		wg.Wait()
	}
}

func main() {
	var w world
	// a glider
	for _, p := range [][2]int{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		w.cells[0][p[0]][p[1]] = true
	}
	w.run(20, 4)
	fmt.Print(w.cells[0].String())
}
