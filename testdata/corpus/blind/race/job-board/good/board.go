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
		go b.worker()
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

func (b *Board) set(j *Job, change func(*Job)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	change(j)
}

func (b *Board) run(j *Job) {
	b.set(j, func(j *Job) { j.Status = Running })
	start := time.Now()
	err := j.work()
	b.set(j, func(j *Job) {
		j.Status, j.Err = Finished, err
		if err != nil {
			j.Status = Failed
		}
		j.Took = time.Since(start)
	})
}

// Count tells how many jobs have a status.
func (b *Board) Count(s Status) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := 0
	for _, j := range b.jobs {
		if j.Status == s {
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
		fmt.Fprintf(&sb, "%2d %-8s %s", j.ID, j.Name, j.Status)
		if j.Err != nil {
			fmt.Fprintf(&sb, " (%v)", j.Err)
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
