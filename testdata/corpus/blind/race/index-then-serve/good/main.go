package main

import (
	"fmt"
	"strings"
	"sync"
)

type index struct {
	ready chan struct{}
	words map[string][]int
	err   error
}

func buildIndex(lines []string) *index {
	ix := &index{ready: make(chan struct{})}
	go func() {
		defer close(ix.ready)
		if len(lines) == 0 {
			ix.err = fmt.Errorf("nothing to index")
			return
		}
		ix.words = make(map[string][]int)
		for i, l := range lines {
			for _, w := range strings.Fields(l) {
				ix.words[w] = append(ix.words[w], i)
			}
		}
	}()
	return ix
}

func (ix *index) lookup(w string) ([]int, error) {
	<-ix.ready
	if ix.err != nil {
		return nil, ix.err
	}
	return ix.words[w], nil
}

func main() {
	ix := buildIndex([]string{"to be or", "not to be", "that is"})
	queries := []string{"to", "be", "or", "that", "what"}
	answers := make([]int, len(queries))
	var wg sync.WaitGroup
	for i, q := range queries {
		wg.Go(func() {
			lines, err := ix.lookup(q)
			if err == nil {
				answers[i] = len(lines)
			}
		})
	}
	wg.Wait()
	fmt.Println(answers)
	_, err := buildIndex(nil).lookup("x")
	fmt.Println(err)
}
