// Package main unlocks once in the body and once more by defer.
package main

import (
	"fmt"
	"sync"
)

type stock struct {
	mu sync.Mutex
	n  int
}

func (s *stock) take() bool {
	s.mu.Lock()
	defer s.mu.Unlock() // want `^panic: take unlocks s.mu, which is not locked at this point \(unlock-of-unlocked\)`
	if s.n == 0 {
		s.mu.Unlock()
		return false
	}
	s.n--
	return true
}

func main() {
	s := &stock{n: 1}
	fmt.Println(s.take(), s.take())
}
