// Command diffuse computes how heat spreads along a rod. The rod is cut in
// pieces which are computed side by side, step by step.
package main

import (
	"fmt"
	"math"
	"sync"
)

const (
	cells   = 1200
	steps   = 60
	workers = 4
	alpha   = 0.2
)

// rendezvous lets a group of goroutines wait for each other again and again.
type rendezvous struct {
	mu    sync.Mutex
	cond  *sync.Cond
	size  int
	here  int
	round int
}

func newRendezvous(size int) *rendezvous {
	r := &rendezvous{size: size}
	r.cond = sync.NewCond(&r.mu)
	return r
}

func (r *rendezvous) meet() {
	r.mu.Lock()
	defer r.mu.Unlock()
	round := r.round
	r.here++
	if r.here == r.size {
		r.here = 0
		r.round++
		r.cond.Broadcast()
		return
	}
	for r.round == round {
		r.cond.Wait()
	}
}

type rod struct {
	heat [2][]float64
	peak [workers]float64
}

func (r *rod) advance(id, lo, hi, step int) {
	src, dst := r.heat[step%2], r.heat[(step+1)%2]
	peak := 0.0
	for i := lo; i < hi; i++ {
		left, right := src[max(i-1, 0)], src[min(i+1, cells-1)]
		dst[i] = src[i] + alpha*(left-2*src[i]+right)
		peak = math.Max(peak, dst[i])
	}
	r.peak[id] = peak
}

func main() {
	r := &rod{heat: [2][]float64{make([]float64, cells), make([]float64, cells)}}
	for i := cells / 3; i < cells/2; i++ {
		r.heat[0][i] = 100
	}

	meeting := newRendezvous(workers)
	var history []float64
	var wg sync.WaitGroup
	for id := range workers {
		lo, hi := id*cells/workers, (id+1)*cells/workers
		wg.Go(func() {
			for step := range steps {
				r.advance(id, lo, hi, step)
				meeting.meet()
				if id == 0 && step%20 == 19 {
					top := 0.0
					for _, p := range r.peak {
						top = math.Max(top, p)
					}
					history = append(history, top)
				}
				meeting.meet()
			}
		})
	}
	wg.Wait()

	sum := 0.0
	for _, h := range r.heat[steps%2] {
		sum += h
	}
	fmt.Printf("total heat %.1f\n", sum)
	for i, p := range history {
		fmt.Printf("peak after %d steps: %.3f\n", 20*(i+1), p)
	}
}
