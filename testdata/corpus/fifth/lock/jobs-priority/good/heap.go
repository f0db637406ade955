package main

import "container/heap"

type item struct {
	prio, seq int
	run       func()
}

type byPrio []*item

func (h byPrio) Len() int { return len(h) }
func (h byPrio) Less(i, j int) bool {
	if h[i].prio != h[j].prio {
		return h[i].prio > h[j].prio
	}
	return h[i].seq < h[j].seq
}
func (h byPrio) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *byPrio) Push(x any)   { *h = append(*h, x.(*item)) }
func (h *byPrio) Pop() any {
	old := *h
	n := len(old) - 1
	x := old[n]
	old[n] = nil
	*h = old[:n]
	return x
}

var _ heap.Interface = (*byPrio)(nil)
