// Command poll counts the votes of all polling stations.
package main

import (
	"fmt"
	"sync"
)

func count(ballots []string, votes map[string]int) {
	for _, b := range ballots {
		votes[b]++ // BUG
	}
}

func station(ballots []string, votes map[string]int, wg *sync.WaitGroup) {
	defer wg.Done()
	count(ballots, votes)
}

func main() {
	votes := make(map[string]int)
	var wg sync.WaitGroup
	for _, ballots := range [][]string{
		{"ann", "bob", "ann"},
		{"bob", "bob", "cid"},
	} {
		wg.Add(1)
		go station(ballots, votes, &wg)
	}
	wg.Wait()
	fmt.Println(votes)
}
