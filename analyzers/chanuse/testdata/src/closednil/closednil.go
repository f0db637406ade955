// Package main closes a channel that its constructor did not make.
package main

import "fmt"

type server struct{ done chan struct{} }

func newServer() *server { return &server{} }

func (s *server) stop() {
	close(s.done) // want `^panic: s.done is nil here, and a nil channel cannot be closed \(close-of-nil\)`
}

func main() {
	s := newServer()
	defer s.stop()
	fmt.Println("serving")
}
