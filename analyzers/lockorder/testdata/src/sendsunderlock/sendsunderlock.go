// Package main sends under the lock that its receiver needs.
package main

import (
	"fmt"
	"sync"
)

type store struct {
	mu     sync.Mutex
	items  []string
	events chan string
}

func (s *store) add(item string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items = append(s.items, item)
	s.events <- item // want `^deadlock: add waits for a receiver of s.events while it holds s.mu, which .* needs at sendsunderlock.go:24 before it can help.*\(block-under-lock\)`
}

func (s *store) watch(done chan<- struct{}) {
	for item := range s.events {
		s.mu.Lock()
		fmt.Println(item, "is one of", len(s.items))
		s.mu.Unlock()
	}
	close(done)
}

func main() {
	s := &store{events: make(chan string)}
	done := make(chan struct{})
	go s.watch(done)
	s.add("a")
	s.add("b")
	close(s.events)
	<-done
}
