// Package unsubscribe ends subscriptions to a newsletter.
package unsubscribe

import (
	"context"
	"log"
	"net/http"
)

// Server serves the links that end a subscription.
type Server struct {
	remove func(ctx context.Context, mail string) error
}

// New returns a server that removes readers by the given function.
func New(remove func(ctx context.Context, mail string) error) *Server {
	return &Server{remove: remove}
}

type job struct {
	ctx  context.Context
	mail string
}

func (s *Server) run(j job) {
	if err := s.remove(j.ctx, j.mail); err != nil { // BUG?
		log.Printf("remove %s: %v", j.mail, err)
	}
}

// ServeHTTP ends a subscription.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	j := job{ctx: r.Context(), mail: r.FormValue("mail")} // BUG?
	go s.run(j)                                           // BUG?
	w.WriteHeader(http.StatusAccepted)
}
