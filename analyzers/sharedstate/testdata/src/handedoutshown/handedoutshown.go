// Package main reads what was handed out while others change it under the lock.
package main

import (
	"fmt"
	"sync"
)

type stock struct {
	mu    sync.Mutex
	items map[string]int
}

func (s *stock) take(item string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items[item]-- // related `changed here` `the other side: take writes`
}

func (s *stock) all() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.items // want `^data race: all returns the map s.items itself, not a copy; .* which take holds when it changes it \(guarded-escape\)`
}

// peek uses the field itself, beside what was handed out: a mistake of its own.
func (s *stock) peek(item string) int {
	return len(s.all()) + s.items[item] // want `data race: peek reads s.items.*without s.mu, which take holds when it writes s.items.*\(unlocked-field\)`
}

func main() {
	s := &stock{items: map[string]int{"tea": 3}}
	var wg sync.WaitGroup
	wg.Go(func() { s.take("tea") })
	for item, n := range s.all() { // related `it is used here, without the lock`
		fmt.Println(item, n)
	}
	wg.Go(func() { fmt.Println(s.peek("tea")) })
	wg.Wait()
}
