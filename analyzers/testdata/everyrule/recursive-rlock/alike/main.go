// Command pricelist sums up the prices of a tree of sections.
package main

import (
	"fmt"
	"sync"
)

type section struct {
	mu     sync.RWMutex
	prices map[string]int
}

func newSection() *section {
	return &section{prices: make(map[string]int)}
}

// priceLocked needs s.mu, for reading at least.
func (s *section) priceLocked(name string) int { return s.prices[name] }

func (s *section) price(name string) int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.priceLocked(name)
}

func (s *section) total(names ...string) (sum int) {
	first := s.price(names[0])
	s.mu.RLock()
	for _, n := range names[1:] {
		sum += s.priceLocked(n)
	}
	s.mu.RUnlock()
	return first + sum
}

func (s *section) set(name string, cents int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.prices[name] = cents
}

func main() {
	s := newSection()
	var wg sync.WaitGroup
	wg.Go(func() { s.set("tea", 250) })
	wg.Go(func() { fmt.Println(s.total("tea", "cake") >= 0) })
	wg.Wait()
}
