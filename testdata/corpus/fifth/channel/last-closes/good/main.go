package main

import (
	"fmt"
	"sync/atomic"
)

type grid struct {
	rows  []string
	left  atomic.Int32
	found chan string
}

func (g *grid) search(row, word string) {
	for i := 0; i+len(word) <= len(row); i++ {
		if row[i:i+len(word)] == word {
			g.found <- fmt.Sprintf("%s at %d in %s", word, i, row)
		}
	}
	if g.left.Add(-1) == 0 {
		close(g.found)
	}
}

func main() {
	g := &grid{rows: []string{"xoarla", "oarsea", "seaoar", "nothing"}, found: make(chan string)}
	g.left.Store(int32(len(g.rows)))
	for _, r := range g.rows {
		go g.search(r, "oar")
	}
	n := 0
	for range g.found {
		n++
	}
	fmt.Println(n, "hits")
}
