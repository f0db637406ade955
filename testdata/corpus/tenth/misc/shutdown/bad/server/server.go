// Package server is an http server with an audit trail.
package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"tenth/misc/shutdown/bad/audit"
)

// Server serves exports.
type Server struct {
	http  *http.Server
	trail *audit.Trail
	grace time.Duration
}

// New makes a Server.
func New(trail *audit.Trail, grace time.Duration) *Server {
	s := &Server{trail: trail, grace: grace}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /export/{name}", s.export)
	s.http = &http.Server{Handler: mux}
	return s
}

func (s *Server) export(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	s.trail.Add("export of %s started", name)
	time.Sleep(150 * time.Millisecond)
	fmt.Fprintf(w, "rows of %s", name)
	s.trail.Add("export of %s finished", name)
}

// Run serves until ctx ends; requests in flight have a grace time.
func (s *Server) Run(ctx context.Context, ln net.Listener) error {
	go func() { // BUG: main-exits-early
		<-ctx.Done()
		if err := s.stop(); err != nil {
			s.trail.Add("stop: %v", err)
		}
		s.trail.Flush()
	}()
	err := s.http.Serve(ln) // BUG: main-exits-early
	if errors.Is(err, http.ErrServerClosed) {
		return nil // BUG: main-exits-early
	}
	return err
}

func (s *Server) stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), s.grace)
	defer cancel()
	return s.http.Shutdown(ctx) // BUG: main-exits-early
}
