// Package votes counts ballots on all cores.
package votes

import (
	"runtime"
	"sync"
)

// A Ballot is one vote.
type Ballot struct {
	Party string
	Valid bool
}

// CountValid returns how many ballots are valid. It cuts the ballots into as many
// parts as there are cores, and counts the parts at the same time.
func CountValid(ballots []Ballot) int {
	return count(ballots, runtime.GOMAXPROCS(0))
}

// count does so with a given number of workers, at least one.
func count(ballots []Ballot, workers int) int {
	counts := make([]int, workers)
	var counting sync.WaitGroup
	size := len(ballots) / workers
	for w := range workers {
		part := ballots[w*size : (w+1)*size]
		counting.Go(func() {
			for _, b := range part {
				if b.Valid {
					counts[w]++
				}
			}
		})
	}
	counting.Wait()
	total := 0
	for _, n := range counts {
		total += n
	}
	return total
}
