// Package handlerspanic serves requests with functions that others have registered. net/http
// goes on when one of them panics.
package handlerspanic

import (
	"fmt"
	"net/http"
	"sync"
)

type Server struct {
	mu    sync.Mutex
	hooks []func(path string) error
	store Store
	calls int
}

// A Store is asked by its methods, which are no more suspected than other calls.
type Store interface{ Get(path string) string }

func (s *Server) Register(hook func(path string) error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hooks = append(s.hooks, hook)
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock() // want `deadlock: if what ServeHTTP calls panics, it leaves without unlocking s.mu; whoever locks it next.*\(missing-unlock\)`
	s.calls++
	for _, hook := range s.hooks {
		if err := hook(r.URL.Path); err != nil {
			s.mu.Unlock()
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
	}
	s.mu.Unlock()
	fmt.Fprintln(w, "welcome")
}

// Deferred unlocks whatever happens.
func (s *Server) Deferred(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, hook := range s.hooks {
		if hook(r.URL.Path) != nil {
			return
		}
	}
}

// Copied calls them when the lock is free.
func (s *Server) Copied(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	hooks := append([]func(string) error(nil), s.hooks...)
	s.mu.Unlock()
	for _, hook := range hooks {
		if hook(r.URL.Path) != nil {
			return
		}
	}
}

// Asks calls a method.
func (s *Server) Asks(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	text := s.store.Get(r.URL.Path)
	s.mu.Unlock()
	fmt.Fprintln(w, text)
}

// Prints is no handler: nobody goes on after its panic.
func (s *Server) Prints(path string) {
	s.mu.Lock()
	for _, hook := range s.hooks {
		fmt.Println(hook(path))
	}
	s.mu.Unlock()
}
