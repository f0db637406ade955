package main

import (
	"fmt"
	"sync"
)

type rod struct {
	cur, next []float64
	steps     int
}

func (r *rod) relax(from, to int) {
	for i := from; i < to; i++ {
		r.next[i] = (r.cur[i-1] + r.cur[i] + r.cur[i+1]) / 3
	}
}

func (r *rod) swap() {
	r.next[0], r.next[len(r.next)-1] = r.cur[0], r.cur[len(r.cur)-1]
	r.cur, r.next = r.next, r.cur
	r.steps++
}

func simulate(n, workers, steps int) *rod {
	r := &rod{cur: make([]float64, n), next: make([]float64, n)}
	r.cur[0], r.cur[n-1] = 100, 50
	bar := newBarrier(workers, r.swap)
	part := (n - 2 + workers - 1) / workers
	var wg sync.WaitGroup
	for w := range workers {
		from := 1 + w*part
		to := min(from+part, n-1)
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range steps {
				r.relax(from, to)
				bar.wait()
			}
		}()
	}
	wg.Wait()
	return r
}

func main() {
	r := simulate(20, 4, 50)
	fmt.Printf("%d steps, %.1f %.1f %.1f\n", r.steps, r.cur[0], r.cur[10], r.cur[19])
}
