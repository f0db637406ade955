// Package calc serves formulas over HTTP and keeps their last results.
package calc

import (
	"fmt"
	"maps"
	"net/http"
	"strconv"
	"sync"
)

// Formula computes something of a number.
type Formula func(n int) int

// Server is an http.Handler.
type Server struct {
	mu       sync.Mutex
	formulas map[string]Formula
	last     map[string]int
}

// NewServer makes a server with some formulas.
func NewServer(fs map[string]Formula) *Server {
	return &Server{formulas: fs, last: make(map[string]int)}
}

// ServeHTTP answers /?f=name&n=number.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		http.Error(w, "bad number", http.StatusBadRequest)
		return
	}
	res, ok := s.apply(r.FormValue("f"), n)
	if !ok {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintln(w, res)
}

// Results returns a copy of the last results.
func (s *Server) Results() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.last)
}

// Add adds or replaces a formula.
func (s *Server) Add(name string, f Formula) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.formulas[name] = f
}

func (s *Server) apply(name string, n int) (int, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.formulas[name]
	if !ok {
		return 0, false
	}
	res := f(n)
	s.last[name] = res
	return res, true
}
