// Package main asks in one critical section and acts in the next.
package main

import (
	"fmt"
	"sync"
)

type seats struct {
	mu    sync.Mutex
	taken map[string]string
}

func (s *seats) free(seat string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.taken[seat] == ""
}

func (s *seats) take(seat, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.taken[seat] = name
}

func book(s *seats, seat, name string) bool {
	if !s.free(seat) {
		return false
	}
	s.take(seat, name) // want `^likely lost decision: book asks free and then calls take, each under its own lock.*\(check-then-act\)`
	return true
}

func main() {
	s := &seats{taken: make(map[string]string)}
	var wg sync.WaitGroup
	for _, name := range []string{"ann", "bob"} {
		wg.Go(func() { fmt.Println(name, book(s, "1A", name)) })
	}
	wg.Wait()
}
