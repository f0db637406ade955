// Package undrained waits for goroutines before it takes what they send. What they compute is more
// than the search follows.
package undrained

import (
	"crypto/sha256"
	"sync"
)

func sum(texts []string, i int) (sum [32]byte) {
	sum = sha256.Sum256([]byte(texts[i]))
	for range 1000 {
		for j := range sum {
			sum[j] ^= sum[(j+i)%len(sum)]
		}
		sum = sha256.Sum256(sum[:])
	}
	return sum
}

// Sums has room for one result of each worker.
func Sums(texts []string, workers int) (all [][32]byte) {
	rows := make(chan int, len(texts))
	for i := range texts {
		rows <- i
	}
	close(rows)
	results := make(chan [32]byte, workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range rows {
				results <- sum(texts, i) // related `this waits when the room is used up`
			}
		}()
	}
	wg.Wait() // want `^likely deadlock: Sums waits here for goroutines that send to results more often than it has room, and Sums would receive only after this wait \(wait-before-drain\)$`
	close(results)
	for r := range results { // related `this would receive, but only after the wait`
		all = append(all, r)
	}
	return all
}
