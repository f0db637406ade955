// Package unlockedlate leaves unlocks to the end of a function, where that is too late;
// nobody calls it here.
package unlockedlate

import "sync"

type Registry struct {
	mu    sync.Mutex
	names map[string]bool
}

func NewRegistry() *Registry { return &Registry{names: make(map[string]bool)} }

func (r *Registry) AddAll(names []string) {
	for _, name := range names {
		r.mu.Lock() // want `^likely deadlock: the next turn of the loop locks r.mu again, but the deferred unlock waits for the end of AddAll \(defer-unlock-in-loop\)`
		defer r.mu.Unlock()
		r.names[name] = true
	}
}

type Store struct{ parts struct{ mu sync.RWMutex } }

func (s *Store) Show(keys []string, show func(string)) {
	for _, key := range keys {
		s.parts.mu.Lock() // want `likely deadlock: the next turn of the loop locks s.parts.mu again.*\(defer-unlock-in-loop\)`
		defer s.parts.mu.Unlock()
		show(key)
	}
}
