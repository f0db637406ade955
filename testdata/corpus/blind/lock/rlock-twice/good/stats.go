package stats

import (
	"sync"
	"time"
)

type Stats struct {
	mu    sync.RWMutex
	vals  []float64
	delay time.Duration
}

func (s *Stats) Add(v float64) {
	s.mu.Lock()
	s.vals = append(s.vals, v)
	s.mu.Unlock()
}

func (s *Stats) Sum() (sum float64) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.sum()
}

func (s *Stats) sum() (sum float64) {
	time.Sleep(s.delay)
	for _, v := range s.vals {
		sum += v
	}
	return sum
}

type Summary struct {
	N         int
	Sum, Mean float64
}

func (s *Stats) Summary() Summary {
	s.mu.RLock()
	defer s.mu.RUnlock()
	sum := Summary{N: len(s.vals)}
	if sum.N == 0 {
		return sum
	}
	time.Sleep(s.delay)
	sum.Sum = s.sum()
	sum.Mean = sum.Sum / float64(sum.N)
	return sum
}
