// Command life plays the game of life with one goroutine per band of rows.
package main

import (
	"fmt"
	"os"
	"sync"

	"seventh/race/life-barrier/good/barrier"
)

func main() {
	w := newWorld(24, 24)
	// a glider
	for _, c := range [][2]int{{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}} {
		w.cur[c[1]][c[0]] = true
	}
	const bands, generations = 4, 12
	b := barrier.New(bands)
	var wg sync.WaitGroup
	for i := range bands {
		wg.Go(func() {
			lo, hi := i*w.h/bands, (i+1)*w.h/bands
			for range generations {
				w.step(lo, hi)
				// the last one to arrive swaps the fields for all
				b.Wait(w.swap)
			}
		})
	}
	wg.Wait()
	fmt.Println("alive:", w.alive(), "generation:", w.gen)
	if w.alive() != 5 || w.gen != generations {
		os.Exit(1)
	}
}
