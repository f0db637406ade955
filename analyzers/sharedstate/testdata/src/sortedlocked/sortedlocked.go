// Package sortedlocked has itself sorted under its own lock.
package sortedlocked

import (
	"sort"
	"sync"
)

type stats struct {
	sync.Mutex
	sizes []int
}

func (s *stats) Len() int           { return len(s.sizes) }
func (s *stats) Less(i, j int) bool { return s.sizes[i] < s.sizes[j] }
func (s *stats) Swap(i, j int)      { s.sizes[i], s.sizes[j] = s.sizes[j], s.sizes[i] }

// Collect makes one; it has a lock, and methods for everybody.
func Collect() *stats { return &stats{} }

func (s *stats) Add(size int) {
	s.Lock()
	defer s.Unlock()
	s.sizes = append(s.sizes, size)
	sort.Sort(s)
}

func (s *stats) Largest() int {
	s.Lock()
	defer s.Unlock()
	return s.sizes[len(s.sizes)-1]
}
