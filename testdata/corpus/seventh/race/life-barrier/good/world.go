package main

type world struct {
	w, h      int
	cur, next [][]bool
	gen       int
}

func newWorld(w, h int) *world {
	grid := func() [][]bool {
		g := make([][]bool, h)
		for y := range g {
			g[y] = make([]bool, w)
		}
		return g
	}
	return &world{w: w, h: h, cur: grid(), next: grid()}
}

func (w *world) neighbours(x, y int) int {
	n := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if dx == 0 && dy == 0 {
				continue
			}
			if w.cur[(y+dy+w.h)%w.h][(x+dx+w.w)%w.w] {
				n++
			}
		}
	}
	return n
}

// step computes the rows from lo up to hi of the next generation.
func (w *world) step(lo, hi int) {
	for y := lo; y < hi; y++ {
		for x := range w.next[y] {
			n := w.neighbours(x, y)
			w.next[y][x] = n == 3 || n == 2 && w.cur[y][x]
		}
	}
}

func (w *world) swap() {
	w.cur, w.next = w.next, w.cur
	w.gen++
}

func (w *world) alive() int {
	n := 0
	for _, row := range w.cur {
		for _, c := range row {
			if c {
				n++
			}
		}
	}
	return n
}
