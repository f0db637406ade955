// Command albums adds up the photos of several albums.
package main

import (
	"fmt"
	"sync"
)

type shelf struct {
	mu    sync.Mutex
	count map[string]int
}

func (s *shelf) begin() { s.mu.Lock() }
func (s *shelf) end()   { s.mu.Unlock() }

func (s *shelf) add(albums []string) {
	for _, a := range albums {
		s.begin()     // BUG?
		defer s.end() // BUG?
		s.count[a]++
	}
}

func main() {
	s := &shelf{count: make(map[string]int)}
	s.add([]string{"sea"})
	s.add([]string{"sea", "snow", "sea"})
	fmt.Println(s.count)
}
