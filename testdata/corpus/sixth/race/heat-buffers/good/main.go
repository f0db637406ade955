package main

import (
	"fmt"
	"sync"
)

// plate is a bar of metal, cut into cells.
type plate struct {
	cur, next []float64
	parts     int
	steps     int
}

func newPlate(n, parts int) *plate {
	p := &plate{cur: make([]float64, n), next: make([]float64, n), parts: parts}
	p.cur[0] = 100
	return p
}

func (p *plate) at(i int) float64 {
	if i < 0 {
		return 100
	}
	if i >= len(p.cur) {
		return 0
	}
	return p.cur[i]
}

func (p *plate) relax(from, to int) {
	for i := from; i < to; i++ {
		p.next[i] = (p.at(i-1) + p.at(i+1)) / 2
	}
}

func (p *plate) step() {
	var wg sync.WaitGroup
	size := len(p.cur) / p.parts
	for k := range p.parts {
		from, to := k*size, (k+1)*size
		if k == p.parts-1 {
			to = len(p.cur)
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			p.relax(from, to)
		}()
	}
	wg.Wait()
	p.cur, p.next = p.next, p.cur
	p.steps++
}

func main() {
	p := newPlate(50, 4)
	for range 200 {
		p.step()
	}
	fmt.Printf("%d steps: %.1f %.1f\n", p.steps, p.cur[0], p.cur[25])
}
