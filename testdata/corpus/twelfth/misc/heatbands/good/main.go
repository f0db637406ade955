// heatbands: heat spreading over a plate, computed by long-lived workers that
// each own a band of rows and meet at a barrier after every step.
package main

import (
	"flag"
	"fmt"
	"math"
	"sync"
)

type plate struct {
	w, h int
	t    []float64
}

func newPlate(w, h int) *plate { return &plate{w: w, h: h, t: make([]float64, w*h)} }

func (p *plate) row(y int) []float64 { return p.t[y*p.w : (y+1)*p.w] }

// barrier runs last, once per round, while everybody else is waiting.
type barrier struct {
	mu      sync.Mutex
	cond    sync.Cond
	parties int
	waiting int
	round   int
	last    func()
}

func newBarrier(n int, last func()) *barrier {
	b := &barrier{parties: n, last: last}
	b.cond.L = &b.mu
	return b
}

func (b *barrier) await() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.waiting++
	if b.waiting == b.parties {
		b.last()
		b.waiting = 0
		b.round++
		b.cond.Broadcast()
		return
	}
	for r := b.round; r == b.round; {
		b.cond.Wait()
	}
}

type sim struct {
	cur, next *plate
	steps     int
	delta     []float64
	maxDelta  float64
	tolerance float64
	done      bool
	gate      *barrier
}

func (s *sim) swap() {
	s.cur, s.next = s.next, s.cur
	s.steps++
	s.maxDelta = 0
	for i, d := range s.delta {
		s.maxDelta = max(s.maxDelta, d)
		s.delta[i] = 0
	}
	s.done = s.maxDelta < s.tolerance || s.steps >= 400
}

func (s *sim) worker(id, lo, hi int) {
	for !s.done {
		for y := lo; y < hi; y++ {
			up, mid, down, out := s.cur.row(y-1), s.cur.row(y), s.cur.row(y+1), s.next.row(y)
			for x := 1; x < s.cur.w-1; x++ {
				out[x] = (up[x] + down[x] + mid[x-1] + mid[x+1]) / 4
				s.delta[id] = max(s.delta[id], math.Abs(out[x]-mid[x]))
			}
		}
		s.gate.await()
	}
}

func main() {
	workers := flag.Int("workers", 3, "number of bands")
	size := flag.Int("size", 24, "edge of the plate")
	flag.Parse()

	s := &sim{cur: newPlate(*size, *size), next: newPlate(*size, *size), tolerance: 0.01}
	for x := range *size {
		s.cur.row(0)[x] = 100
		s.next.row(0)[x] = 100
	}
	n := max(1, min(*workers, *size-2))
	s.delta = make([]float64, n)
	s.gate = newBarrier(n, s.swap)

	var wg sync.WaitGroup
	inner := *size - 2
	for id := range n {
		lo, hi := 1+id*inner/n, 1+(id+1)*inner/n
		wg.Go(func() { s.worker(id, lo, hi) })
	}
	wg.Wait()
	mid := s.cur.row(*size / 2)[*size/2]
	fmt.Printf("%d steps, last change %.4f, centre %.2f\n", s.steps, s.maxDelta, mid)
}
