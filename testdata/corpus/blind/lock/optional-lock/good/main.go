package main

import (
	"fmt"
	"sync"
)

type nolock struct{}

func (nolock) Lock()   {}
func (nolock) Unlock() {}

type set struct {
	l sync.Locker
	m map[int]struct{}
}

func newSet(shared bool) *set {
	s := &set{l: nolock{}, m: map[int]struct{}{}}
	if shared {
		s.l = new(sync.Mutex)
	}
	return s
}

func (s *set) add(n int) {
	s.l.Lock()
	defer s.l.Unlock()
	s.m[n] = struct{}{}
}

type counter struct {
	shared bool
	mu     sync.Mutex
	n      int
}

func (c *counter) inc() int {
	if c.shared {
		c.mu.Lock()
		defer c.mu.Unlock()
	}
	c.n++
	return c.n
}

func main() {
	seen, calls := newSet(true), &counter{shared: true}
	sizes := make([]int, 3)
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Go(func() {
			own, steps := newSet(false), &counter{}
			for i := range 10 {
				own.add(i * (w + 1) % 7)
				seen.add(i * (w + 1))
				steps.inc()
				calls.inc()
			}
			sizes[w] = len(own.m) + steps.n
		})
	}
	wg.Wait()
	fmt.Println(len(seen.m), calls.n, sizes)
}
