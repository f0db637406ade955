// Command spool feeds a printer from a queue.
package main

import (
	"fmt"
	"sync"
)

type server struct {
	jobsMu sync.Mutex
	jobs   int

	trayMu sync.Mutex
	sheets int
}

func (s *server) takeSheet() bool {
	s.trayMu.Lock()
	defer s.trayMu.Unlock()
	if s.sheets == 0 {
		return false
	}
	s.sheets--
	return true
}

func (s *server) print() {
	s.jobsMu.Lock()
	defer s.jobsMu.Unlock()
	if !s.takeSheet() {
		s.jobs++
	}
}

func (s *server) refill(n int) int {
	s.trayMu.Lock()
	s.sheets += n
	s.trayMu.Unlock()

	s.jobsMu.Lock()
	defer s.jobsMu.Unlock()
	return s.jobs
}

func main() {
	s := &server{}
	var wg sync.WaitGroup
	wg.Go(func() { s.refill(10) })
	wg.Go(func() { s.print() })
	wg.Wait()
	fmt.Println(s.jobs+10-s.sheets >= 1)
}
