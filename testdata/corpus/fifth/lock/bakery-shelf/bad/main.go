package main

import (
	"fmt"
	"sync"
	"time"
)

type loaf struct {
	kind string
	no   int
}

type shelf struct {
	mu     sync.Mutex
	filled *sync.Cond
	loaves []loaf
	sold   int
}

func newShelf() *shelf {
	s := &shelf{}
	s.filled = sync.NewCond(&s.mu)
	return s
}

func (s *shelf) put(ls ...loaf) {
	s.mu.Lock()
	s.loaves = append(s.loaves, ls...)
	s.mu.Unlock()
	s.filled.Broadcast() // BUG: cond-no-loop
}

// take waits until there is something on the shelf.
func (s *shelf) take() loaf {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.loaves) == 0 { // BUG: cond-no-loop
		s.filled.Wait() // BUG: cond-no-loop
	}
	l := s.loaves[0] // BUG: cond-no-loop
	s.loaves = s.loaves[1:]
	s.sold++
	return l
}

type customer struct {
	name   string
	basket []loaf
}

func (c *customer) shop(s *shelf, n int) {
	for range n {
		c.basket = append(c.basket, s.take())
	}
}

func main() {
	s := newShelf()
	cs := []*customer{{name: "ruth"}, {name: "sami"}, {name: "toni"}}
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Go(func() { c.shop(s, 4) })
	}
	for i := range 12 {
		time.Sleep(2 * time.Millisecond)
		s.put(loaf{"rye", i})
	}
	wg.Wait()
	for _, c := range cs {
		fmt.Println(c.name, len(c.basket))
	}
}
