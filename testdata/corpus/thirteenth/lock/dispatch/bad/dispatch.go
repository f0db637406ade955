// Package dispatch hands jobs to workers, most urgent first.
package dispatch

import (
	"container/heap"
	"sync"
)

// Job is a unit of work.
type Job struct {
	Urgency int
	Name    string
}

type jobHeap []Job

func (h jobHeap) Len() int           { return len(h) }
func (h jobHeap) Less(i, j int) bool { return h[i].Urgency > h[j].Urgency }
func (h jobHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *jobHeap) Push(x any)        { *h = append(*h, x.(Job)) }
func (h *jobHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}

// Board holds the open jobs. It is safe for concurrent use.
type Board struct {
	mu     sync.Mutex
	change *sync.Cond
	open   jobHeap
	closed bool
}

// NewBoard returns an empty board.
func NewBoard() *Board {
	b := new(Board)
	b.change = sync.NewCond(&b.mu)
	return b
}

// Post adds jobs.
func (b *Board) Post(jobs ...Job) {
	b.mu.Lock()
	for _, j := range jobs {
		heap.Push(&b.open, j)
	}
	b.mu.Unlock()
	b.change.Broadcast()
}

// Next waits for a job. It reports false when the board is closed and empty.
func (b *Board) Next() (Job, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.open) == 0 && !b.closed { // BUG: cond-no-loop
		b.change.Wait() // BUG: cond-no-loop
	}
	if b.closed && len(b.open) == 0 {
		return Job{}, false
	}
	return heap.Pop(&b.open).(Job), true
}

// Close lets the workers finish.
func (b *Board) Close() {
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
	b.change.Broadcast()
}
