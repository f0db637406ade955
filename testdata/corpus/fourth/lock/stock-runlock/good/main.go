package main

import (
	"errors"
	"fmt"
	"sync"
)

type shelf struct {
	mu    sync.RWMutex
	books map[string]int
}

var errNone = errors.New("not on the shelf")

func (s *shelf) count(title string) int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.books[title]
}

func (s *shelf) put(title string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.books[title]++
}

func (s *shelf) lend(title string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.books[title] == 0 {
		return errNone
	}
	s.books[title]--
	return nil
}

func main() {
	s := &shelf{books: map[string]int{}}
	for _, b := range []string{"Ulysses", "Emma", "Emma"} {
		s.put(b)
	}
	if err := s.lend("Emma"); err != nil {
		fmt.Println(err)
	}
	fmt.Println("Emma:", s.count("Emma"))
}
