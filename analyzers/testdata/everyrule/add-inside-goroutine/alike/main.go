// Package main lets drones search an area by splitting it again and again.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type search struct {
	wg    sync.WaitGroup
	found atomic.Int64
}

func (s *search) split(from, to int) {
	defer s.wg.Done()
	if to-from <= 10 {
		for m := from; m < to; m++ {
			if m%17 == 0 {
				s.found.Add(1)
			}
		}
		return
	}
	mid := (from + to) / 2
	s.wg.Add(2)
	go s.split(from, mid)
	go s.split(mid, to)
}

func main() {
	s := new(search)
	s.wg.Add(1)
	go s.split(0, 200)
	s.wg.Wait()
	fmt.Println(s.found.Load(), "found")
}
