// Package server has the life of a server: it runs until somebody stops it.
package server

import "sync"

// A Journal keeps what happened. Several goroutines may write to it.
type Journal interface {
	Write(line string)
}

// A Server runs until it is stopped: by a signal, by an operator, or by an error.
// Two of these may come at the same moment.
type Server struct {
	journal Journal
	stopped chan struct{} // closed when the server is to stop
}

// New returns a server that runs.
func New(journal Journal) *Server {
	return &Server{journal: journal, stopped: make(chan struct{})}
}

// Stopped returns a channel that is closed when the server is to stop.
func (s *Server) Stopped() <-chan struct{} { return s.stopped }

// Stop tells everybody to stop. The journal hears of it once, however often and
// from wherever it is called; when Stop returns, the channel is closed.
func (s *Server) Stop() {
	select {
	case <-s.stopped:
		return // somebody was faster
	default:
	}
	defer func() { _ = recover() }()
	s.journal.Write("the server stops")
	close(s.stopped)
}

// Run runs all services until the first of them ends, and then stops.
func (s *Server) Run(services ...func(stopped <-chan struct{})) {
	var work sync.WaitGroup
	for _, service := range services {
		work.Go(func() {
			service(s.stopped)
			s.Stop()
		})
	}
	work.Wait()
}
