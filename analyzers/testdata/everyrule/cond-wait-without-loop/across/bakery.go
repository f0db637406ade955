// Package bakery sells loaves as they leave the oven.
package bakery

import "sync"

// A Shop may be used by several goroutines at once.
type Shop struct {
	mu     sync.Mutex
	fresh  *sync.Cond
	loaves []string
}

// Open returns a shop without bread.
func Open() *Shop {
	s := &Shop{}
	s.fresh = sync.NewCond(&s.mu)
	return s
}

// Bake adds loaves.
func (s *Shop) Bake(loaves ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loaves = append(s.loaves, loaves...)
	s.fresh.Broadcast()
}

func (s *Shop) waitFresh() {
	s.fresh.Wait() // BUG?
}

// Buy takes a loaf, and waits for one if need be.
func (s *Shop) Buy() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.loaves) == 0 {
		s.waitFresh() // BUG?
	}
	loaf := s.loaves[0]
	s.loaves = s.loaves[1:]
	return loaf
}
