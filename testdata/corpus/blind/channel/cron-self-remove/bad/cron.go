// Package cron runs functions at their time.
package cron

import (
	"container/heap"
	"errors"
	"sync"
	"time"
)

// ErrStopped is returned when the scheduler has ended.
var ErrStopped = errors.New("cron: stopped")

// ID names a job.
type ID int64

// Func is a job. It may call Add and Remove of its scheduler.
type Func func(id ID, now time.Time)

type job struct {
	id    ID
	at    time.Time
	every time.Duration
	f     Func
	index int
}

type agenda []*job

func (a agenda) Len() int           { return len(a) }
func (a agenda) Less(i, j int) bool { return a[i].at.Before(a[j].at) }
func (a agenda) Swap(i, j int) {
	a[i], a[j] = a[j], a[i]
	a[i].index, a[j].index = i, j
}

func (a *agenda) Push(x any) {
	j := x.(*job)
	j.index = len(*a)
	*a = append(*a, j)
}

func (a *agenda) Pop() any {
	old := *a
	j := old[len(old)-1]
	old[len(old)-1] = nil
	*a = old[:len(old)-1]
	j.index = -1
	return j
}

// Scheduler runs jobs.
type Scheduler struct {
	ops  chan func() // BUG: send-no-receiver
	quit chan struct{}
	done chan struct{}
	stop sync.Once

	// the rest belongs to loop
	jobs   map[ID]*job
	agenda agenda
	lastID ID
}

// Start makes a scheduler.
func Start() *Scheduler {
	s := &Scheduler{
		ops:  make(chan func()), // BUG: send-no-receiver
		quit: make(chan struct{}),
		done: make(chan struct{}),
		jobs: make(map[ID]*job),
	}
	go s.loop()
	return s
}

func (s *Scheduler) loop() {
	defer close(s.done)
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for {
		wait := time.Hour
		if len(s.agenda) > 0 {
			wait = time.Until(s.agenda[0].at)
		}
		timer.Reset(wait)
		select {
		case op := <-s.ops:
			op()
		case now := <-timer.C:
			s.runDue(now)
		case <-s.quit:
			return
		}
	}
}

func (s *Scheduler) runDue(now time.Time) {
	for len(s.agenda) > 0 && !s.agenda[0].at.After(now) {
		j := s.agenda[0]
		if j.every > 0 {
			j.at = now.Add(j.every)
			heap.Fix(&s.agenda, 0)
		} else {
			s.forget(j)
		}
		j.f(j.id, now) // BUG: send-no-receiver
	}
}

func (s *Scheduler) forget(j *job) {
	if j.index >= 0 {
		heap.Remove(&s.agenda, j.index)
	}
	delete(s.jobs, j.id)
}

// do runs op on the scheduler's goroutine.
func (s *Scheduler) do(op func()) error {
	ran := make(chan struct{})
	select {
	case s.ops <- func() { op(); close(ran) }: // BUG: send-no-receiver
		<-ran
		return nil
	case <-s.done:
		return ErrStopped
	}
}

// Add runs f after d, and then every d if again is set.
func (s *Scheduler) Add(d time.Duration, again bool, f Func) (id ID, err error) {
	err = s.do(func() {
		s.lastID++
		id = s.lastID
		j := &job{id: id, at: time.Now().Add(d), f: f}
		if again {
			j.every = d
		}
		s.jobs[id] = j
		heap.Push(&s.agenda, j)
	})
	return id, err
}

// Remove takes a job out.
func (s *Scheduler) Remove(id ID) error {
	return s.do(func() { // BUG: send-no-receiver
		if j, ok := s.jobs[id]; ok {
			s.forget(j)
		}
	})
}

// Len is the number of jobs.
func (s *Scheduler) Len() (n int) {
	_ = s.do(func() { n = len(s.jobs) })
	return n
}

// Stop ends the scheduler.
func (s *Scheduler) Stop() {
	s.stop.Do(func() { close(s.quit) })
	<-s.done
}
