package main

import (
	"fmt"
	"sync"
)

type runner struct {
	id   int
	laps int
}

func main() {
	runners := make([]*runner, 4)
	var phase, gate sync.WaitGroup
	gate.Add(1)
	for i := range runners {
		phase.Add(1)
		go func() {
			defer phase.Done()
			runners[i] = &runner{id: i}
			gate.Wait()
			runners[i].laps++
		}()
	}
	gate.Done()
	phase.Wait()

	phase.Add(len(runners))
	for _, r := range runners {
		go func(r *runner, wg *sync.WaitGroup) {
			defer wg.Done()
			r.laps += 2
		}(r, &phase)
	}
	phase.Wait()

	total := 0
	for _, r := range runners {
		total += r.laps
	}
	fmt.Println(total)
}
