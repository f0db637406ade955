package main

import (
	"fmt"
	"strings"
	"sync"
)

type box struct {
	votes map[string]int
}

// count adds the ballots of one district.
func (b *box) count(district string) {
	for _, name := range strings.Fields(district) {
		b.votes[name]++ // BUG: map-concurrent, data-race
	}
}

func main() {
	districts := []string{
		"ada bob ada cyd", "bob bob ada", "cyd ada ada ada", "bob cyd cyd",
	}
	b := box{votes: map[string]int{}}
	tally := b.count
	var wg sync.WaitGroup
	for _, d := range districts {
		wg.Go(func() { tally(d) })
	}
	wg.Wait()
	fmt.Println("ada:", b.votes["ada"], "bob:", b.votes["bob"], "cyd:", b.votes["cyd"])
}
