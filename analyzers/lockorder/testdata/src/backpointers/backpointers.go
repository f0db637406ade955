// Package backpointers has objects that lead back to what holds them; nothing here
// starts a goroutine.
package backpointers

import "sync"

// A Menu calls its items under its lock, and an item calls the menu.

type Menu struct {
	mu    sync.Mutex
	items map[string]*Item
}

type Item struct {
	name string
	open bool
	menu *Menu
}

func (m *Menu) CloseAll() {
	m.mu.Lock() // related `^the lock is taken here first \(relock\)$`
	defer m.mu.Unlock()
	for _, item := range m.items {
		item.close()
	}
}

func (i *Item) close() {
	i.open = false
	i.menu.forget(i.name)
}

func (m *Menu) forget(name string) {
	m.mu.Lock() // want `likely deadlock: forget locks .*, which the same goroutine holds since backpointers.go:21; Go's locks cannot be taken twice, so it waits for itself \(relock\)`
	defer m.mu.Unlock()
	delete(m.items, name)
}

// A Store reads under its read lock what reads the store again.

type Store struct {
	mu    sync.RWMutex
	rows  []*Row
	limit int
}

type Row struct {
	size  int
	store *Store
}

func (s *Store) Limit() int {
	s.mu.RLock() // want `likely deadlock: Limit takes the read lock of .*, which the same goroutine holds since backpointers.go:65; a writer that asks for it in between stops both for ever \(recursive-rlock\)`
	defer s.mu.RUnlock()
	return s.limit
}

func (s *Store) SetLimit(n int) {
	s.mu.Lock() // related `^the writer waits here, and new readers behind it \(recursive-rlock\)$`
	defer s.mu.Unlock()
	s.limit = n
}

func (s *Store) Large() (n int) {
	s.mu.RLock() // related `^the first read lock is taken here \(recursive-rlock\)$`
	defer s.mu.RUnlock()
	for _, r := range s.rows {
		if r.large() {
			n++
		}
	}
	return n
}

func (r *Row) large() bool { return r.size > r.store.Limit() }
