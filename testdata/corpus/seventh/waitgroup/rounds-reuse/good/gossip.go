// Package gossip spreads rumours in rounds.
package gossip

import (
	"sync"
)

// Net is a set of nodes and who talks to whom.
type Net struct {
	links [][]int
	wg    sync.WaitGroup
}

// NewNet makes a ring of n nodes with a chord from each node.
func NewNet(n, chord int) *Net {
	net := &Net{links: make([][]int, n)}
	for i := range n {
		net.links[i] = []int{(i + 1) % n, (i + chord) % n}
	}
	return net
}

// Spread returns the number of rounds until all nodes know what node 0 knows.
func (n *Net) Spread() int {
	knows := make([]bool, len(n.links))
	knows[0] = true
	for round := 0; ; round++ {
		if all(knows) {
			return round
		}
		knows = n.round(knows)
	}
}

// round computes for every node whether a neighbour told it.
func (n *Net) round(knows []bool) []bool {
	next := make([]bool, len(knows))
	for i := range next {
		n.wg.Add(1)
		go n.hear(i, knows, next)
	}
	n.wg.Wait()
	return next
}

func (n *Net) hear(i int, knows, next []bool) {
	defer n.wg.Done()
	next[i] = knows[i]
	for from, tos := range n.links {
		for _, to := range tos {
			if to == i && knows[from] {
				next[i] = true
				return
			}
		}
	}
}

func all(bs []bool) bool {
	for _, b := range bs {
		if !b {
			return false
		}
	}
	return true
}
