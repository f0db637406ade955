package main

import (
	"fmt"
	"sync"
)

type grid [][]bool

func newGrid(n int) grid {
	g := make(grid, n)
	for i := range g {
		g[i] = make([]bool, n)
	}
	return g
}

func (g grid) neighbours(y, x int) int {
	n := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			yy, xx := (y+dy+len(g))%len(g), (x+dx+len(g))%len(g)
			if (dy != 0 || dx != 0) && g[yy][xx] {
				n++
			}
		}
	}
	return n
}

type game struct {
	now, next grid
	round     int
}

func (l *game) step() {
	var wg sync.WaitGroup
	for y := range l.now {
		wg.Add(1)
		go func(row []bool) {
			defer wg.Done()
			for x := range row {
				n := l.now.neighbours(y, x)
				row[x] = n == 3 || n == 2 && l.now[y][x]
			}
		}(l.next[y])
	}
	wg.Wait()
	l.now, l.next = l.next, l.now
	l.round++
}

func main() {
	l := &game{now: newGrid(8), next: newGrid(8)}
	for _, p := range [][2]int{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		l.now[p[0]][p[1]] = true
	}
	for l.round < 12 {
		l.step()
	}
	alive := 0
	for _, row := range l.now {
		for _, c := range row {
			if c {
				alive++
			}
		}
	}
	fmt.Println("round", l.round, "alive", alive)
}
