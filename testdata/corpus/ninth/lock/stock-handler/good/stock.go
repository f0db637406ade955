// Package stock serves the stock of a small shop over HTTP.
package stock

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
)

// Server is the handler.
type Server struct {
	mux   *http.ServeMux
	mu    sync.Mutex
	items map[string]int
}

// New returns a server for the given items.
func New(items map[string]int) *Server {
	s := &Server{mux: http.NewServeMux(), items: items}
	s.mux.HandleFunc("GET /stock/{item}", s.get)
	s.mux.HandleFunc("POST /take/{item}", s.take)
	return s
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mux.ServeHTTP(w, r)
}

func (s *Server) get(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	n, ok := s.items[r.PathValue("item")]
	s.mu.Unlock()
	if !ok {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintln(w, n)
}

func (s *Server) take(w http.ResponseWriter, r *http.Request) {
	item := r.PathValue("item")
	want, err := strconv.Atoi(r.FormValue("n"))
	if err != nil || want <= 0 {
		http.Error(w, "bad number", http.StatusBadRequest)
		return
	}

	s.mu.Lock()
	have, ok := s.items[item]
	if !ok {
		s.mu.Unlock()
		http.NotFound(w, r)
		return
	}
	if have < want {
		s.mu.Unlock()
		http.Error(w, "only "+strconv.Itoa(have)+" left", http.StatusConflict)
		return
	}
	s.items[item] = have - want
	s.mu.Unlock()
	w.WriteHeader(http.StatusNoContent)
}
