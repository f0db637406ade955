package main

import (
	"flag"
	"fmt"
	"sync"
)

type simulation struct {
	now, next *board
	gen       int
	alive     []int // per generation
}

// flip ends a generation. Only one goroutine calls it, while the others stand
// at the barrier.
func (s *simulation) flip() {
	s.now, s.next = s.next, s.now
	s.gen++
	s.alive = append(s.alive, s.now.count())
}

func (s *simulation) run(workers, gens int) {
	gate := newBarrier(workers)
	var wg sync.WaitGroup
	for id := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for s.gen < gens {
				for y := id; y < s.now.h; y += workers {
					s.next.row(y, s.now)
				}
				gate.wait(s.flip)
			}
		}()
	}
	wg.Wait()
}

func main() {
	workers := flag.Int("workers", 3, "number of goroutines")
	gens := flag.Int("gens", 15, "number of generations")
	flag.Parse()

	s := &simulation{now: newBoard(20, 14), next: newBoard(20, 14)}
	for _, p := range [][2]int{{5, 5}, {6, 5}, {4, 6}, {5, 6}, {5, 7}} { // r-pentomino
		s.now.cells[p[1]*20+p[0]] = 1
	}
	s.run(*workers, *gens)
	fmt.Println("population:", s.alive)
}
