package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// Board runs jobs and shows how they are.
type Board struct {
	mu    sync.Mutex
	jobs  []*Job
	queue chan *Job
	wg    sync.WaitGroup
}

// NewBoard starts n workers.
func NewBoard(n int) *Board {
	b := &Board{queue: make(chan *Job, 10)}
	for range n {
		b.wg.Add(1)
		go b.worker() // BUG: data-race
	}
	return b
}

// Add queues a job.
func (b *Board) Add(name string, work func() error) {
	b.mu.Lock()
	j := &Job{ID: len(b.jobs) + 1, Name: name, work: work}
	b.jobs = append(b.jobs, j)
	b.mu.Unlock()
	b.queue <- j
}

func (b *Board) worker() {
	defer b.wg.Done()
	for j := range b.queue {
		b.run(j)
	}
}

func (b *Board) run(j *Job) {
	j.Status = Running // BUG: data-race
	start := time.Now()
	if err := j.work(); err != nil {
		j.Status, j.Err = Failed, err // BUG: data-race
	} else {
		j.Status = Finished // BUG: data-race
	}
	j.Took = time.Since(start) // BUG: data-race
}

// Count tells how many jobs have a status.
func (b *Board) Count(s Status) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := 0
	for _, j := range b.jobs {
		if j.Status == s { // BUG: data-race
			n++
		}
	}
	return n
}

// String lists the jobs.
func (b *Board) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var sb strings.Builder
	for _, j := range b.jobs {
		fmt.Fprintf(&sb, "%2d %-8s %s", j.ID, j.Name, j.Status) // BUG: data-race
		if j.Err != nil {                                       // BUG: data-race
			fmt.Fprintf(&sb, " (%v)", j.Err) // BUG: data-race
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}

// Close waits for all jobs.
func (b *Board) Close() {
	close(b.queue)
	b.wg.Wait()
}
