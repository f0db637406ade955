package main

import "container/heap"

type job struct {
	name     string
	priority int
	cost     int
	state    state
}

type state int

const (
	waiting state = iota
	cancelled
	failed
	finished
)

// jobHeap implements heap.Interface, the highest priority first.
type jobHeap []*job

func (h jobHeap) Len() int           { return len(h) }
func (h jobHeap) Less(i, j int) bool { return h[i].priority > h[j].priority }
func (h jobHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *jobHeap) Push(x any)        { *h = append(*h, x.(*job)) }
func (h *jobHeap) Pop() any {
	old := *h
	j := old[len(old)-1]
	*h = old[:len(old)-1]
	return j
}

var _ heap.Interface = (*jobHeap)(nil)
