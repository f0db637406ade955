// Package helpedwaits waits in helpers, once.
package helpedwaits

import "sync"

type shop struct {
	mu     sync.Mutex
	fresh  *sync.Cond
	loaves []string
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
	if len(s.loaves) == 0 {
		s.waitFresh() // want `^likely stale condition: Buy waits once, under an if; .*\(cond-wait-without-loop\)$`
	}
	loaf := s.loaves[0]
	s.loaves = s.loaves[1:]
	return loaf
}
