// Package main counts the words of an iterator in one map.
package main

import (
	"fmt"
	"strings"
	"sync"
)

type counter struct{ counts map[string]int }

func (c *counter) add(text string) {
	for word := range strings.FieldsSeq(text) {
		c.counts[word]++ // want `^data race: .* (reads|writes) the map c.counts while another .* writes it: the runtime may stop the program \(concurrent-map\)`
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
