// Package stats counts requests.
package stats

import (
	"encoding/json"
	"net/http"
	"sync"
	"sync/atomic"
)

type limits struct {
	MaxBody int64
	Paths   map[string]bool
}

// Server counts what it serves.
type Server struct {
	total  atomic.Int64
	failed atomic.Int64
	paths  sync.Map
	limits atomic.Pointer[limits]
}

// New makes a server that knows the paths.
func New(paths ...string) *Server {
	s := &Server{}
	s.SetLimits(1024, paths...)
	return s
}

// SetLimits replaces the limits.
func (s *Server) SetLimits(max int64, paths ...string) {
	l := &limits{MaxBody: max, Paths: make(map[string]bool)}
	for _, p := range paths {
		l.Paths[p] = true
	}
	s.limits.Store(l)
}

func (s *Server) count(path string) {
	c, ok := s.paths.Load(path)
	if !ok {
		c, _ = s.paths.LoadOrStore(path, new(atomic.Int64))
	}
	c.(*atomic.Int64).Add(1)
}

// ServeHTTP answers with the numbers so far.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.total.Add(1)
	l := s.limits.Load()
	if !l.Paths[r.URL.Path] || r.ContentLength > l.MaxBody {
		s.failed.Add(1)
		http.NotFound(w, r)
		return
	}
	s.count(r.URL.Path)
	out := make(map[string]int64)
	s.paths.Range(func(k, v any) bool {
		out[k.(string)] = v.(*atomic.Int64).Load()
		return true
	})
	if err := json.NewEncoder(w).Encode(out); err != nil {
		s.failed.Add(1)
	}
}
