// Package main uses variables with sync/atomic and plainly, but not at the same time.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type stats struct {
	requests int64
	limit    int64 // never changes
}

// newStats fills in what nobody else knows yet.
func newStats(start int64) *stats {
	s := &stats{limit: 100}
	s.requests = start
	return s
}

func (s *stats) hit() {
	if atomic.AddInt64(&s.requests, 1) > s.limit {
		atomic.StoreInt64(&s.requests, 0)
	}
}

// final is called when all have ended.
func (s *stats) final() int64 { return s.requests }

func main() {
	s := newStats(3)
	var counts [2]int64
	var wg sync.WaitGroup
	for i := range counts {
		wg.Go(func() {
			s.hit()
			atomic.AddInt64(&counts[0], 1)
			counts[1] += int64(i) * 0
		})
		wg.Wait()
	}
	fmt.Println(s.final(), counts)
}
