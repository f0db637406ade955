// Package docs is a tiny document store with one lock per document.
package docs

import (
	"errors"
	"sync"
)

var ErrConflict = errors.New("docs: revision conflict")

// Doc is a stored document. Rev grows by one with every change.
type Doc struct {
	Rev  int
	Body string
}

// Backend persists documents; it needs to be safe for different keys only.
type Backend interface {
	Read(key string) (Doc, bool)
	Write(key string, d Doc)
}

// Memory is a Backend for tests and small tools.
type Memory struct{ m sync.Map }

func (b *Memory) Read(key string) (Doc, bool) {
	v, ok := b.m.Load(key)
	if !ok {
		return Doc{}, false
	}
	return v.(Doc), true
}

func (b *Memory) Write(key string, d Doc) { b.m.Store(key, d) }

// Store serialises changes per key, so that a slow edit of one document does
// not hold up the others.
type Store struct {
	back  Backend
	guard sync.Map // key -> *sync.Mutex
}

func Open(b Backend) *Store { return &Store{back: b} }

func (s *Store) lockFor(key string) *sync.Mutex {
	if mu, ok := s.guard.Load(key); ok { // BUG: check-then-act
		return mu.(*sync.Mutex)
	}
	mu := new(sync.Mutex)
	s.guard.Store(key, mu) // BUG: check-then-act
	return mu
}

// Edit applies fn to the document, creating it when missing.
func (s *Store) Edit(key string, fn func(body string) (string, error)) (Doc, error) {
	mu := s.lockFor(key)
	mu.Lock()
	defer mu.Unlock()

	d, _ := s.back.Read(key)
	body, err := fn(d.Body)
	if err != nil {
		return d, err
	}
	d = Doc{Rev: d.Rev + 1, Body: body}
	s.back.Write(key, d)
	return d, nil
}

// Replace stores body only if the document is still at revision rev.
func (s *Store) Replace(key string, rev int, body string) (Doc, error) {
	mu := s.lockFor(key)
	mu.Lock()
	defer mu.Unlock()

	d, _ := s.back.Read(key)
	if d.Rev != rev {
		return d, ErrConflict
	}
	d = Doc{Rev: rev + 1, Body: body}
	s.back.Write(key, d)
	return d, nil
}

// Get returns the current document.
func (s *Store) Get(key string) (Doc, bool) { return s.back.Read(key) }
