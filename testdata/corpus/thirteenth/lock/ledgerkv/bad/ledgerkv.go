// Package ledgerkv is an in-memory store with atomic read-modify-write.
package ledgerkv

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
)

// Store maps keys to values of one type.
type Store[V any] struct {
	mu   sync.Mutex
	data map[string]V
}

func NewStore[V any]() *Store[V] {
	return &Store[V]{data: make(map[string]V)}
}

// Update replaces the value of key by fn(value) in one step.
func (s *Store[V]) Update(key string, fn func(V) V) V {
	s.mu.Lock()          // BUG: panic-holds-lock
	v := fn(s.data[key]) // BUG: panic-holds-lock
	s.data[key] = v
	s.mu.Unlock() // BUG: panic-holds-lock
	return v
}

// Get returns the value of key.
func (s *Store[V]) Get(key string) (V, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.data[key]
	return v, ok
}

// Recoverer turns a panic of next into status 500.
func Recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				http.Error(w, fmt.Sprint(p), http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// Splitter divides the balance ?of= into ?by= parts.
func Splitter(s *Store[int]) http.Handler {
	return Recoverer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		by, _ := strconv.Atoi(r.FormValue("by"))
		v := s.Update(r.FormValue("of"), func(old int) int { return old / by })
		fmt.Fprintln(w, v)
	}))
}
