// Package waitsunderlockcalls stops a server under its lock; the workers take the
// lock in a method before they are done.
package waitsunderlockcalls

import (
	"sync"
	"testing"
)

type server struct {
	mu     sync.Mutex
	wg     sync.WaitGroup
	active int
}

func (s *server) leave() {
	s.mu.Lock()
	s.active--
	s.mu.Unlock()
}

func (s *server) serve() {
	defer s.wg.Done()
	defer s.leave()
}

func (s *server) start() {
	s.mu.Lock()
	s.active++
	s.mu.Unlock()
	s.wg.Add(1)
	go s.serve()
}

func (s *server) drain() {
	s.wg.Wait() // want `drain waits for .* while it holds s.mu, which the goroutine of waitsunderlockcalls_test.go:32 needs at waitsunderlockcalls_test.go:17.*\(wait-under-lock\)`
}

func (s *server) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drain()
}

func TestStop(t *testing.T) {
	s := &server{}
	s.start()
	s.stop()
}
