// Package main looks before it closes, and two goroutines look at the same time.
package main

import "sync"

type server struct{ done chan struct{} }

func (s *server) stop() {
	select {
	case <-s.done:
	default:
		close(s.done) // want `^panic: the goroutine of closedtwice.go:\d+ closes s.done, which was closed already \(double-close\)`
	}
}

func main() {
	s := &server{done: make(chan struct{})}
	var wg sync.WaitGroup
	wg.Go(s.stop)
	wg.Go(s.stop)
	wg.Wait()
}
