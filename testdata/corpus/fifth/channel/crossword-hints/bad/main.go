package main

import (
	"fmt"
	"strings"
	"sync"
)

type clue struct {
	text string
	n    int
}

type solver struct {
	words []string
	hints chan string // BUG: nil-channel
	limit int
}

func newSolver(words ...string) *solver {
	return &solver{words: words, hints: make(chan string, 4)}
}

// newTimed makes a solver that gives up after limit clues.
func newTimed(limit int, words ...string) *solver {
	s := &solver{ // BUG: nil-channel
		words: words,
		limit: limit,
	}
	return s
}

func (s *solver) find(c clue) string {
	for _, w := range s.words {
		if len(w) == c.n && strings.ContainsAny(w, c.text) {
			return w
		}
	}
	return "?"
}

func (s *solver) solve(cs []clue) {
	defer close(s.hints) // BUG: nil-channel
	for i, c := range cs {
		if s.limit > 0 && i == s.limit {
			return
		}
		s.hints <- fmt.Sprintf("%s: %s", c.text, s.find(c)) // BUG: nil-channel
	}
}

func main() {
	cs := []clue{{"bird", 4}, {"river", 5}, {"metal", 4}}
	for _, s := range []*solver{
		newSolver("wren", "rhine", "zinc"),
		newTimed(2, "gull", "loire", "lead"),
	} {
		var wg sync.WaitGroup
		wg.Go(func() { s.solve(cs) })
		for h := range s.hints { // BUG: nil-channel
			fmt.Println(h)
		}
		wg.Wait()
	}
}
