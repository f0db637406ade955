// Package main uses channels under locks, and whoever helps needs no lock, or
// nobody waits.
package main

import (
	"fmt"
	"sync"
)

type store struct {
	mu     sync.Mutex
	items  []string
	events chan string
	wake   chan struct{}
}

// add sends after the lock is released.
func (s *store) add(item string) {
	s.mu.Lock()
	s.items = append(s.items, item)
	s.mu.Unlock()
	s.events <- item
}

// note sends under the lock, to a receiver that does not need it.
func (s *store) note(item string, log chan<- string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items = append(s.items, item)
	log <- item
}

// touch does not wait where there is no room.
func (s *store) touch() {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

func (s *store) watch() {
	for item := range s.events {
		s.mu.Lock()
		fmt.Println(item, "is one of", len(s.items))
		s.mu.Unlock()
	}
}

func main() {
	s := &store{events: make(chan string), wake: make(chan struct{}, 1)}
	log := make(chan string)
	var wg sync.WaitGroup
	wg.Go(s.watch)
	wg.Go(func() {
		for line := range log {
			fmt.Println("noted", line)
		}
	})
	s.add("a")
	s.note("b", log)
	s.touch()
	s.touch()
	close(s.events)
	close(log)
	wg.Wait()
}
