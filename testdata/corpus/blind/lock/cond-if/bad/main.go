package main

import (
	"fmt"
	"sync"
	"time"
)

type stack struct {
	mu    sync.Mutex
	ready *sync.Cond
	items []string
}

func newStack() *stack {
	s := new(stack)
	s.ready = sync.NewCond(&s.mu)
	return s
}

func (s *stack) push(x string) {
	s.mu.Lock()
	s.items = append(s.items, x)
	s.mu.Unlock()
	s.ready.Broadcast()
}

func (s *stack) pop() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.items) == 0 { // BUG: cond-no-loop
		s.ready.Wait() // BUG: cond-no-loop
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x
}

func main() {
	s := newStack()
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { s.pop() })
	}
	for _, w := range []string{"one", "two", "three"} {
		time.Sleep(5 * time.Millisecond)
		s.push(w)
	}
	wg.Wait()
	fmt.Println(len(s.items), "left")
}
