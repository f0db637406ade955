package main

import (
	"fmt"
	"sync"
	"time"
)

type Document struct {
	Title string
	Pages int
}

type PrintJob struct {
	ID  int
	Doc Document
}

// Spooler feeds print jobs to a fixed set of printers.
type Spooler struct {
	queue     chan PrintJob
	pending   sync.WaitGroup
	printers  sync.WaitGroup
	mu        sync.Mutex
	cancelled map[int]bool
	finished  map[int]string
	lastID    int
}

func NewSpooler(printers, depth int) *Spooler {
	s := &Spooler{
		queue:     make(chan PrintJob, depth),
		cancelled: map[int]bool{},
		finished:  map[int]string{},
	}
	for n := 1; n <= printers; n++ {
		s.printers.Go(func() { s.printer(fmt.Sprintf("printer-%d", n)) })
	}
	return s
}

func (s *Spooler) Submit(d Document) int {
	s.mu.Lock()
	s.lastID++
	id := s.lastID
	s.mu.Unlock()
	s.pending.Add(1)
	s.queue <- PrintJob{ID: id, Doc: d}
	return id
}

func (s *Spooler) Cancel(id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, done := s.finished[id]; !done {
		s.cancelled[id] = true
	}
}

func (s *Spooler) isCancelled(id int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cancelled[id]
}

func (s *Spooler) printer(name string) {
	for job := range s.queue {
		if s.isCancelled(job.ID) {
			continue // BUG: wg-missing-done
		}
		for page := 0; page < job.Doc.Pages; page++ {
			time.Sleep(200 * time.Microsecond)
		}
		s.mu.Lock()
		s.finished[job.ID] = name
		s.mu.Unlock()
		s.pending.Done() // BUG: wg-missing-done
	}
}

// Flush waits until all submitted jobs are off the queue.
func (s *Spooler) Flush() {
	s.pending.Wait() // BUG: wg-missing-done
}

func (s *Spooler) Shutdown() {
	s.Flush()
	close(s.queue)
	s.printers.Wait()
}

func main() {
	s := NewSpooler(2, 32)
	var ids []int
	for i, title := range []string{"thesis", "flyer", "invoice", "score", "map", "menu"} {
		ids = append(ids, s.Submit(Document{Title: title, Pages: 5 + 4*i}))
	}
	s.Cancel(ids[5])
	s.Cancel(ids[4])
	s.Shutdown()

	for _, id := range ids {
		if _, ok := s.finished[id]; ok {
			fmt.Printf("job %d printed\n", id)
		} else {
			fmt.Printf("job %d cancelled\n", id)
		}
	}
}
