package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type splitter struct {
	wg    sync.WaitGroup
	leafs atomic.Int32
}

func (s *splitter) split(lo, hi int) {
	defer s.wg.Done()
	for hi-lo > 3 {
		mid := (lo + hi) / 2
		s.wg.Add(1)
		go s.split(mid, hi)
		hi = mid
	}
	s.leafs.Add(int32(hi - lo))
}

func (s *splitter) run(n int) int32 {
	s.leafs.Store(0)
	s.wg.Add(1)
	s.split(0, n)
	s.wg.Wait()
	return s.leafs.Load()
}

func main() {
	var s splitter
	fmt.Println(s.run(50), s.run(7))
	var wg sync.WaitGroup
	var n atomic.Int32
	for range 3 {
		wg.Go(func() {
			for range 2 {
				wg.Go(func() { n.Add(1) })
			}
		})
	}
	wg.Wait()
	fmt.Println(n.Load())
}
