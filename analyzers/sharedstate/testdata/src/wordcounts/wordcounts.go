// Package main counts words in one map, in several goroutines.
package main

import (
	"fmt"
	"strings"
	"sync"
)

type counter struct{ counts map[string]int }

func (c *counter) add(text string) {
	for _, word := range strings.Fields(text) {
		c.counts[word]++ // want `^data race: add (reads|writes) the map c.counts while another call of add writes it: the runtime may stop the program \(concurrent-map\)`
	}
}

func main() {
	c := &counter{counts: make(map[string]int)}
	var wg sync.WaitGroup
	for _, text := range []string{"a b", "b c"} {
		wg.Go(func() { c.add(text) })
	}
	wg.Wait()
	fmt.Println(len(c.counts))
}
