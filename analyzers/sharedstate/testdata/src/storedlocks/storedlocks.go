// Package storedlocks keeps locks in a sync.Map.
package storedlocks

import "sync"

// A Store has a lock for each key.
type Store struct{ guards, texts sync.Map }

func (s *Store) lockFor(key string) *sync.Mutex {
	if mu, ok := s.guards.Load(key); ok { // related `the key is looked up here`
		return mu.(*sync.Mutex)
	}
	mu := new(sync.Mutex)
	s.guards.Store(key, mu) // want `likely lost decision: lockFor looks the key up and then stores under it, in two steps; what another goroutine stores in between is lost: LoadOrStore does both at once \(check-then-act\)`
	return mu
}

func (s *Store) Edit(key string, edit func()) {
	mu := s.lockFor(key)
	mu.Lock()
	defer mu.Unlock()
	edit()
}

func (s *Store) sure(key string) *sync.Mutex {
	mu, _ := s.guards.LoadOrStore(key, new(sync.Mutex))
	return mu.(*sync.Mutex)
}

func (s *Store) Read(key string, read func()) {
	mu := s.sure(key)
	mu.Lock()
	defer mu.Unlock()
	read()
}

// Text fills a cache, perhaps twice.
func (s *Store) Text(key string, make func(string) string) string {
	if text, ok := s.texts.Load(key); ok {
		return text.(string)
	}
	text := make(key)
	s.texts.Store(key, text)
	return text
}
