package notify

import (
	"fmt"
	"sync"
	"time"
)

// Server delivers notes. Configure it first, then Start it; the setters
// must not be called after Start.
type Server struct {
	prefix  string
	workers int
	format  func(prefix, note string) string
	sink    func(string)

	in chan string
	wg sync.WaitGroup

	mu        sync.Mutex
	delivered int
	lastAt    time.Time
}

func NewServer(sink func(string)) *Server {
	return &Server{
		workers: 1,
		sink:    sink,
		format:  func(p, n string) string { return p + n },
		in:      make(chan string),
	}
}

func (s *Server) SetPrefix(p string) { s.prefix = p }

func (s *Server) SetWorkers(n int) {
	if n > 0 {
		s.workers = n
	}
}

func (s *Server) SetFormat(f func(prefix, note string) string) { s.format = f }

// Start begins the delivery.
func (s *Server) Start() {
	for id := range s.workers {
		s.wg.Add(1)
		go s.work(id)
	}
}

func (s *Server) work(id int) {
	defer s.wg.Done()
	for n := range s.in {
		s.sink(s.format(s.prefix, n))
		s.note()
	}
}

func (s *Server) note() {
	s.mu.Lock()
	s.delivered++
	s.lastAt = time.Now()
	s.mu.Unlock()
}

// Notify queues a note.
func (s *Server) Notify(note string) { s.in <- note }

// Close waits for the delivery of all notes.
func (s *Server) Close() string {
	close(s.in)
	s.wg.Wait()
	return fmt.Sprintf("%s%d delivered by %d", s.prefix, s.delivered, s.workers)
}
