package switches

import (
	"maps"
	"sync"
	"sync/atomic"
)

type table map[string]bool

// Set holds feature switches that are read far more often than changed.
type Set struct {
	write sync.Mutex
	now   atomic.Pointer[table]
	hooks []func(name string, on bool)
}

// Option changes a set while it is being made.
type Option func(*Set)

// OnChange registers a hook, called after a switch has moved.
func OnChange(f func(name string, on bool)) Option {
	return func(s *Set) { s.hooks = append(s.hooks, f) }
}

// New returns a set with the given switches on.
func New(on []string, opts ...Option) *Set {
	s := new(Set)
	first := table{}
	for _, name := range on {
		first[name] = true
	}
	s.now.Store(&first)
	for _, o := range opts {
		o(s)
	}
	return s
}

// On reads a switch.
func (s *Set) On(name string) bool { return (*s.now.Load())[name] }

// Flip moves a switch and returns its new position.
func (s *Set) Flip(name string) bool {
	on := s.swap(name)
	for _, h := range s.hooks {
		h(name, on)
	}
	return on
}

func (s *Set) swap(name string) bool {
	s.write.Lock()
	defer s.write.Unlock()
	next := maps.Clone(*s.now.Load())
	next[name] = !next[name]
	s.now.Store(&next)
	return next[name]
}
