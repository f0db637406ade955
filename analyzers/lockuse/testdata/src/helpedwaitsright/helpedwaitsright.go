// Package helpedwaitsright waits in helpers, in loops.
package helpedwaitsright

import "sync"

type shop struct {
	mu     sync.Mutex
	fresh  *sync.Cond
	loaves []string
	shut   bool
}

func open() *shop {
	s := &shop{}
	s.fresh = sync.NewCond(&s.mu)
	return s
}

func (s *shop) Bake(loaves ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loaves = append(s.loaves, loaves...)
	s.fresh.Broadcast()
}

func (s *shop) waitFresh() { s.fresh.Wait() }

func (s *shop) Buy() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.loaves) == 0 {
		s.waitFresh()
	}
	loaf := s.loaves[0]
	s.loaves = s.loaves[1:]
	return loaf
}

// waitLoaf has the loop inside.
func (s *shop) waitLoaf() {
	for len(s.loaves) == 0 {
		s.fresh.Wait()
	}
}

func (s *shop) Take() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.loaves) == 0 {
		s.waitLoaf()
	}
	return s.loaves[0]
}

func (s *shop) Shut() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shut = true
	s.fresh.Broadcast()
}

// AwaitShut waits for what never changes back.
func (s *shop) AwaitShut() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.shut {
		s.waitFresh()
	}
}
