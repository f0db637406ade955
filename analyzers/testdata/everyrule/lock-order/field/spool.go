// Package spool is a print server.
package spool

import "sync"

type tray struct {
	sync.Mutex
	sheets int
}

// A Server may be used by several goroutines at once.
type Server struct {
	jobsMu sync.Mutex
	jobs   []string
	tray   tray
}

// Refill puts paper into the tray and tells which jobs wait for it.
func (s *Server) Refill(sheets int) []string {
	s.tray.Lock()
	defer s.tray.Unlock()
	s.tray.sheets += sheets
	s.jobsMu.Lock() // BUG?
	defer s.jobsMu.Unlock()
	return append([]string(nil), s.jobs...)
}

// Print queues a job, or prints it at once if there is paper.
func (s *Server) Print(job string) {
	s.jobsMu.Lock()
	defer s.jobsMu.Unlock()
	s.tray.Lock() // BUG?
	defer s.tray.Unlock()
	if s.tray.sheets > 0 {
		s.tray.sheets--
		return
	}
	s.jobs = append(s.jobs, job)
}
