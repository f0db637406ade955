// Command poll counts each station by itself and adds up the counts.
package main

import (
	"fmt"
	"maps"
	"sync"
)

var candidates = map[string]string{"a": "Ann", "b": "Bob"}

func count(ballots []string) map[string]int {
	votes := make(map[string]int)
	for _, b := range ballots {
		if name, ok := candidates[b]; ok {
			votes[name]++
		}
	}
	return votes
}

func main() {
	stations := [][]string{{"a", "b", "a"}, {"b", "x"}, {"a"}}
	counts := make(chan map[string]int)
	var wg sync.WaitGroup
	for _, ballots := range stations {
		wg.Go(func() { counts <- count(ballots) })
	}
	go func() {
		wg.Wait()
		close(counts)
	}()
	total := maps.Clone(<-counts)
	for c := range counts {
		for name, n := range c {
			total[name] += n
		}
	}
	fmt.Println(total)
}
