package main

import (
	"fmt"
	"sync"
	"time"
)

type Task struct {
	ID   int
	Cost time.Duration
}

// Scheduler runs tasks in the background and knows which are running.
type Scheduler struct {
	mu      sync.Mutex
	wg      sync.WaitGroup
	running map[int]Task
	ended   []int
	closed  bool
}

func NewScheduler() *Scheduler {
	return &Scheduler{running: map[int]Task{}}
}

// Submit starts a task unless the scheduler was shut down.
func (s *Scheduler) Submit(t Task) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.running[t.ID] = t
	s.wg.Add(1)
	go s.run(t)
	return true
}

func (s *Scheduler) run(t Task) {
	defer s.wg.Done()
	defer s.finish(t)
	time.Sleep(t.Cost)
}

func (s *Scheduler) finish(t Task) {
	s.mu.Lock() // BUG: wait-under-lock
	defer s.mu.Unlock()
	delete(s.running, t.ID)
	s.ended = append(s.ended, t.ID)
}

// Shutdown refuses new tasks and waits for the old ones.
func (s *Scheduler) Shutdown() int {
	s.mu.Lock() // BUG: wait-under-lock
	defer s.mu.Unlock()
	s.closed = true
	s.wg.Wait() // BUG: wait-under-lock
	return len(s.ended)
}

func main() {
	s := NewScheduler()
	for i := range 4 {
		s.Submit(Task{i, time.Duration(i) * time.Millisecond})
	}
	fmt.Println(s.Shutdown(), s.Submit(Task{ID: 9}))
}
