// Package main closes channels that are made, and looks where they need not be.
package main

import "fmt"

type server struct{ done chan struct{} }

func newServer() *server { return &server{done: make(chan struct{})} }

func (s *server) stop() { close(s.done) }

// A lazy server has a channel once somebody has asked for it.
type lazy struct{ done chan struct{} }

func (l *lazy) wait() <-chan struct{} {
	if l.done == nil {
		l.done = make(chan struct{})
	}
	return l.done
}

func (l *lazy) stop() {
	if l.done != nil {
		close(l.done)
		l.done = nil
	}
}

func main() {
	s := newServer()
	defer s.stop()
	l := &lazy{}
	l.stop()
	ended := l.wait()
	l.stop()
	l.stop()
	<-ended
	fmt.Println("served")
}
