// Package spool collects the print jobs of an office and prints them.
package spool

import (
	"errors"
	"sync"
)

// ErrClosed is returned after Close.
var ErrClosed = errors.New("spool: closed")

// Job is a document to be printed.
type Job struct {
	ID    int
	Owner string
	Pages int
}

// Printer prints one document.
type Printer interface {
	Print(Job) error
}

// PrinterFunc makes a Printer of a function.
type PrinterFunc func(Job) error

// Print calls f.
func (f PrinterFunc) Print(j Job) error { return f(j) }

// Spooler passes jobs to one printer.
type Spooler struct {
	printer Printer
	queue   chan Job
	done    chan struct{}

	mu     sync.Mutex
	nextID int
	open   map[int]Job
	pages  map[string]int
	failed int
	closed bool
}

// Start makes a spooler with room for some waiting jobs.
func Start(p Printer, room int) *Spooler {
	s := &Spooler{
		printer: p,
		queue:   make(chan Job, room),
		done:    make(chan struct{}),
		open:    make(map[int]Job),
		pages:   make(map[string]int),
	}
	go s.run()
	return s
}

// Submit queues a document and returns its number. One goroutine at a time
// may submit or close.
func (s *Spooler) Submit(owner string, pages int) (int, error) {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return 0, ErrClosed
	}
	s.nextID++
	j := Job{ID: s.nextID, Owner: owner, Pages: pages}
	s.open[j.ID] = j
	s.mu.Unlock()
	s.queue <- j
	return j.ID, nil
}

func (s *Spooler) run() {
	defer close(s.done)
	for j := range s.queue {
		err := s.printer.Print(j)
		s.finish(j, err)
	}
}

func (s *Spooler) finish(j Job, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, j.ID)
	if err != nil {
		s.failed++
		return
	}
	s.pages[j.Owner] += j.Pages
}

// Close waits until all jobs are printed.
func (s *Spooler) Close() {
	s.mu.Lock()
	was := s.closed
	s.closed = true
	s.mu.Unlock()
	if !was {
		close(s.queue)
	}
	<-s.done
}

// Pages is the number of pages printed for somebody.
func (s *Spooler) Pages(owner string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.pages[owner]
}

// Failed is the number of jobs that could not be printed.
func (s *Spooler) Failed() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failed
}
