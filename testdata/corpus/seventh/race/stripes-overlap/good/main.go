package main

import (
	"fmt"
	"sync"
)

type picture struct {
	rows [][]int
}

// brighten raises the rows from lo to hi.
func (p *picture) brighten(lo, hi int) {
	for y := lo; y < hi && y < len(p.rows); y++ {
		for x := range p.rows[y] {
			p.rows[y][x] += 10
		}
	}
}

func main() {
	const height, width, workers = 64, 64, 4
	p := &picture{rows: make([][]int, height)}
	for y := range p.rows {
		p.rows[y] = make([]int, width)
	}
	var wg sync.WaitGroup
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			p.brighten(w*height/workers, (w+1)*height/workers)
		}()
	}
	wg.Wait()
	fmt.Println("corner:", p.rows[0][0])
}
