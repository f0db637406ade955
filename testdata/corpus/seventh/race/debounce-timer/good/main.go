package main

import (
	"fmt"
	"sync"
	"time"
)

// saver writes a document some time after the last change.
type saver struct {
	mu      sync.Mutex
	delay   time.Duration
	timer   *time.Timer
	pending []string
	saved   int
	onSave  func(lines []string)
}

func newSaver(delay time.Duration, onSave func([]string)) *saver {
	return &saver{delay: delay, onSave: onSave}
}

func (s *saver) change(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = append(s.pending, line)
	if s.timer == nil {
		s.timer = time.AfterFunc(s.delay, s.flush)
		return
	}
	s.timer.Reset(s.delay)
}

func (s *saver) flush() {
	s.mu.Lock()
	lines := s.pending
	if len(lines) == 0 {
		s.mu.Unlock()
		return
	}
	s.pending = nil
	s.saved += len(lines)
	s.mu.Unlock()
	s.onSave(lines)
}

func (s *saver) total() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.saved
}

func main() {
	blocks := make(chan int, 100)
	s := newSaver(2*time.Millisecond, func(lines []string) { blocks <- len(lines) })
	for i := range 40 {
		s.change(fmt.Sprint("line ", i))
		time.Sleep(time.Duration(i%4) * time.Millisecond)
	}
	time.Sleep(20 * time.Millisecond)
	fmt.Println("saved some:", s.total() > 0, "in blocks:", len(blocks) > 0)
}
