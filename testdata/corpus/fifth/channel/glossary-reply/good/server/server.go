// Package server owns a glossary and answers requests over a channel.
package server

import (
	"errors"
	"fmt"
	"strings"
)

// Op is the kind of a request.
type Op int

const (
	Get Op = iota
	Put
	Drop
)

// ErrMissing means that the term is not in the glossary.
var ErrMissing = errors.New("no such term")

// Reply answers a request.
type Reply struct {
	Value string
	Err   error
}

type request struct {
	op    Op
	key   string
	value string
	reply chan Reply
}

// Server holds the glossary.
type Server struct {
	reqs  chan request
	terms map[string]string
	done  chan struct{}
}

// Start runs a server.
func Start(pairs ...string) *Server {
	s := &Server{
		reqs:  make(chan request),
		terms: make(map[string]string),
		done:  make(chan struct{}),
	}
	for i := 1; i < len(pairs); i += 2 {
		s.terms[norm(pairs[i-1])] = pairs[i]
	}
	go s.run()
	return s
}

func norm(k string) string { return strings.ToLower(strings.TrimSpace(k)) }

func (s *Server) run() {
	defer close(s.done)
	for r := range s.reqs {
		s.handle(r)
	}
}

func (s *Server) handle(r request) {
	key := norm(r.key)
	switch r.op {
	case Get:
		v, ok := s.terms[key]
		if !ok {
			r.reply <- Reply{Err: fmt.Errorf("get %q: %w", r.key, ErrMissing)}
			return
		}
		r.reply <- Reply{Value: v}
	case Put:
		old := s.terms[key]
		s.terms[key] = r.value
		r.reply <- Reply{Value: old}
	case Drop:
		old, ok := s.terms[key]
		if !ok {
			r.reply <- Reply{Err: fmt.Errorf("drop %q: %w", r.key, ErrMissing)}
			return
		}
		delete(s.terms, key)
		r.reply <- Reply{Value: old}
	}
}

// Stop ends the server and returns the number of terms. No request may follow.
func (s *Server) Stop() int {
	close(s.reqs)
	<-s.done
	return len(s.terms)
}
