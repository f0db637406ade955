package main

import (
	"fmt"
	"sync"
)

type seats struct {
	mu    sync.Mutex
	taken map[int]string
	free  int
}

func newSeats(n int) *seats { return &seats{taken: map[int]string{}, free: n} }

func (s *seats) withLock(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
}

// assign needs s.mu.
func (s *seats) assign(no int, who string) {
	s.taken[no] = who
	s.free--
}

func (s *seats) Book(who string, nos ...int) (ok bool) {
	s.withLock(func() {
		for _, n := range nos {
			if _, gone := s.taken[n]; gone {
				return
			}
		}
		for _, n := range nos {
			s.assign(n, who)
		}
		ok = true
	})
	return ok
}

func (s *seats) Swap(a, b int) {
	s.withLock(func() { s.taken[a], s.taken[b] = s.taken[b], s.taken[a] })
}

func (s *seats) Free() (n int) {
	s.withLock(func() { n = s.free })
	return
}

func main() {
	s := newSeats(20)
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() { s.Book(fmt.Sprint("guest", i), 2*i, 2*i+1) })
		wg.Go(func() { s.Swap(i, i+1) })
	}
	wg.Wait()
	fmt.Println(s.Free())
}
