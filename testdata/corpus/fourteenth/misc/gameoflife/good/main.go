package main

import (
	"fmt"
	"strings"
)

const side = 12

type grid [side][side]bool

func (g *grid) around(r, c int) (n int) {
	for dr := -1; dr <= 1; dr++ {
		for dc := -1; dc <= 1; dc++ {
			if (dr != 0 || dc != 0) && g[(r+dr+side)%side][(c+dc+side)%side] {
				n++
			}
		}
	}
	return n
}

type world struct {
	front, back *grid
	start       []chan struct{}
	done        chan struct{}
}

func (w *world) band(lo, hi int, start <-chan struct{}) {
	for range start {
		for r := lo; r < hi; r++ {
			for c := range side {
				n := w.front.around(r, c)
				w.back[r][c] = n == 3 || n == 2 && w.front[r][c]
			}
		}
		w.done <- struct{}{}
	}
}

func (w *world) step() {
	for _, s := range w.start {
		s <- struct{}{}
	}
	for range w.start {
		<-w.done
	}
	w.front, w.back = w.back, w.front
}

func (w *world) String() string {
	var b strings.Builder
	for _, row := range w.front {
		for _, alive := range row {
			if alive {
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
	w := &world{front: new(grid), back: new(grid), done: make(chan struct{})}
	for _, p := range [][2]int{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		w.front[p[0]][p[1]] = true
	}
	for lo := 0; lo < side; lo += 4 {
		s := make(chan struct{})
		w.start = append(w.start, s)
		go w.band(lo, lo+4, s)
	}
	first := w.String()
	for range 4 * side {
		w.step()
	}
	for _, s := range w.start {
		close(s)
	}
	fmt.Println(strings.Count(first, "#"), first == w.String())
}
