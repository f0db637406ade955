// Command bakery sells loaves as they leave the oven.
package main

import (
	"fmt"
	"sync"
)

type shop struct {
	mu     sync.Mutex
	fresh  *sync.Cond
	loaves int
	closed bool
}

// waitFresh waits for a change; callers look again.
func (s *shop) waitFresh() { s.fresh.Wait() }

func (s *shop) buy() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		if s.loaves > 0 {
			s.loaves--
			return true
		}
		if s.closed {
			return false
		}
		if s.loaves == 0 {
			s.waitFresh()
		}
	}
}

func (s *shop) bake(n int) {
	s.mu.Lock()
	s.loaves += n
	s.closed = n == 0
	s.mu.Unlock()
	s.fresh.Broadcast()
}

func main() {
	s := &shop{}
	s.fresh = sync.NewCond(&s.mu)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { fmt.Println(s.buy()) })
	}
	s.bake(2)
	s.bake(0)
	wg.Wait()
}
