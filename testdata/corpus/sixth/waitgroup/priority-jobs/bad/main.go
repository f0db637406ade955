package main

import (
	"container/heap"
	"fmt"
	"sync"
)

// scheduler runs the most urgent jobs first.
type scheduler struct {
	mu      sync.Mutex
	wake    *sync.Cond
	jobs    jobHeap
	closed  bool
	open    sync.WaitGroup
	workers sync.WaitGroup
	log     []string
}

func newScheduler(workers int) *scheduler {
	s := &scheduler{}
	s.wake = sync.NewCond(&s.mu)
	for range workers {
		s.workers.Add(1)
		go s.worker()
	}
	return s
}

func (s *scheduler) submit(name string, priority, cost int) *job {
	j := &job{name: name, priority: priority, cost: cost}
	s.open.Add(1) // BUG: wg-missing-done
	s.mu.Lock()
	heap.Push(&s.jobs, j)
	s.mu.Unlock()
	s.wake.Signal()
	return j
}

func (s *scheduler) cancel(j *job) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if j.state != waiting {
		return false
	}
	j.state = cancelled
	return true
}

// next waits for a job; it returns nil at the end.
func (s *scheduler) next() *job {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.jobs) == 0 && !s.closed {
		s.wake.Wait()
	}
	if len(s.jobs) == 0 {
		return nil
	}
	return heap.Pop(&s.jobs).(*job)
}

func (s *scheduler) worker() {
	defer s.workers.Done()
	for j := s.next(); j != nil; j = s.next() {
		s.handle(j) // BUG: wg-missing-done
	}
}

func (s *scheduler) handle(j *job) {
	s.mu.Lock()
	skip := j.state == cancelled
	s.mu.Unlock()
	switch {
	case skip:
		s.note(j, cancelled) // BUG: wg-missing-done
		return               // BUG: wg-missing-done
	case j.cost > 100:
		s.note(j, failed)
	default:
		work(j.cost)
		s.note(j, finished)
	}
	s.open.Done() // BUG: wg-missing-done
}

func work(cost int) int {
	sum := 0
	for i := range cost * 1000 {
		sum += i
	}
	return sum
}

func (s *scheduler) note(j *job, st state) {
	s.mu.Lock()
	defer s.mu.Unlock()
	j.state = st
	s.log = append(s.log, fmt.Sprintf("%s:%d", j.name, st))
}

// drain waits for all jobs and ends the workers.
func (s *scheduler) drain() []string {
	s.open.Wait() // BUG: wg-missing-done
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	s.wake.Broadcast()
	s.workers.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log
}

func main() {
	s := newScheduler(2)
	s.submit("backup", 1, 90)
	s.submit("index", 2, 90)
	s.submit("broken", 1, 101)
	last := s.submit("report", 0, 20)
	s.submit("mail", 5, 10)
	fmt.Println("cancelled:", s.cancel(last))
	fmt.Println(len(s.drain()), "jobs")
}
