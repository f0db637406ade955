// Package main defers unlocks in loops that end them in time.
package main

import (
	"fmt"
	"sync"
)

type shard struct {
	mu     sync.Mutex
	counts map[string]int
}

type index struct{ shards []*shard }

// add has a function literal whose end is the turn's end.
func (x *index) add(words []string) {
	s := x.shards[0]
	for _, w := range words {
		func() {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.counts[w]++
		}()
	}
}

// find leaves the function in the turn that locks.
func (x *index) find(word string) int {
	for i, s := range x.shards {
		if i == len(word)%len(x.shards) {
			s.mu.Lock()
			defer s.mu.Unlock()
			return s.counts[word]
		}
	}
	return 0
}

// total locks each shard once, and holds them all until it has the sum.
func (x *index) total() (n int) {
	for _, s := range x.shards {
		s.mu.Lock()
		defer s.mu.Unlock()
		n += len(s.counts)
	}
	return n
}

func main() {
	x := &index{shards: []*shard{{counts: map[string]int{}}, {counts: map[string]int{}}}}
	var wg sync.WaitGroup
	wg.Go(func() { x.add([]string{"a", "b"}) })
	wg.Go(func() { fmt.Println(x.find("a"), x.total()) })
	wg.Wait()
}
