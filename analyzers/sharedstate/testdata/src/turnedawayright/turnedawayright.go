// Package turnedawayright looks for keys under one lock and puts them under the next, without harm.
package turnedawayright

import (
	"errors"
	"sync"
)

var errTaken = errors.New("taken")

type Hotel struct {
	mu     sync.RWMutex
	guests map[int]string
}

// Book looks again when it has the lock for writing.
func (h *Hotel) Book(room int, guest string) error {
	h.mu.RLock()
	_, taken := h.guests[room]
	h.mu.RUnlock()
	if taken {
		return errTaken
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, taken := h.guests[room]; taken {
		return errTaken
	}
	h.guests[room] = guest
	return nil
}

// Rename asks in one critical section.
func (h *Hotel) Rename(room int, guest string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, taken := h.guests[room]; !taken {
		return errors.New("nobody there")
	}
	h.guests[room] = guest
	return nil
}

type Set struct {
	mu   sync.RWMutex
	keys map[string]struct{}
}

// Add may put a key twice, which is the same as once.
func (s *Set) Add(key string) {
	s.mu.RLock()
	_, ok := s.keys[key]
	s.mu.RUnlock()
	if ok {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keys[key] = struct{}{}
}

// Has remembers what it finds out; that somebody else has found it out as well does no harm.
func (s *Set) Has(key string, look func(string) error) error {
	s.mu.RLock()
	_, ok := s.keys[key]
	s.mu.RUnlock()
	if ok {
		return nil
	}
	if err := look(key); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keys[key] = struct{}{}
	return nil
}

type Cache struct {
	mu    sync.RWMutex
	pages map[string]string
	bad   map[string]error
}

func (c *Cache) Get(url string, fetch func(string) (string, error)) (string, error) {
	c.mu.RLock()
	page, ok := c.pages[url]
	err, failed := c.bad[url]
	c.mu.RUnlock()
	if failed {
		return "", err
	}
	if ok {
		return page, nil
	}
	page, err = fetch(url)
	c.mu.Lock()
	defer c.mu.Unlock()
	if err != nil {
		c.bad[url] = err
		return "", err
	}
	c.pages[url] = page
	return page, nil
}

// A Table is filled by one goroutine, and only its readers need the lock.
type table struct {
	mu   sync.RWMutex
	rows map[int]string
}

func (t *table) insert(id int, row string) error {
	t.mu.RLock()
	_, there := t.rows[id]
	t.mu.RUnlock()
	if there {
		return errTaken
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[id] = row
	return nil
}

func (t *table) row(id int) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.rows[id]
}

func fill(rows []string) error {
	t := &table{rows: make(map[int]string)}
	for range 4 {
		go func() { println(t.row(1)) }()
	}
	for i, row := range rows {
		if err := t.insert(i, row); err != nil {
			return err
		}
	}
	return nil
}
