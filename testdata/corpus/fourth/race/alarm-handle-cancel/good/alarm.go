// Package alarm runs functions at given times.
package alarm

import (
	"container/heap"
	"sync"
	"time"
)

// Job is a function that is to run later. Its methods may be called from any goroutine.
type Job struct {
	clock     *Clock
	run       func()
	due       time.Time
	every     time.Duration // 0: only once
	cancelled bool
	runs      int
}

// Clock runs jobs. Its methods may be called from any goroutine, Stop only once.
type Clock struct {
	mu   sync.Mutex
	todo jobs
	wake chan struct{}
	quit chan struct{}
	done chan struct{}
}

// Start returns a clock without jobs.
func Start() *Clock {
	c := &Clock{
		wake: make(chan struct{}, 1),
		quit: make(chan struct{}),
		done: make(chan struct{}),
	}
	go c.loop()
	return c
}

// After runs f once.
func (c *Clock) After(d time.Duration, f func()) *Job {
	return c.add(&Job{run: f, due: time.Now().Add(d)})
}

// Every runs f again and again.
func (c *Clock) Every(d time.Duration, f func()) *Job {
	return c.add(&Job{run: f, due: time.Now().Add(d), every: d})
}

func (c *Clock) add(j *Job) *Job {
	j.clock = c
	c.mu.Lock()
	heap.Push(&c.todo, j)
	c.mu.Unlock()
	select {
	case c.wake <- struct{}{}:
	default:
	}
	return j
}

// Pending counts the jobs that wait for their time.
func (c *Clock) Pending() (n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, j := range c.todo {
		if !j.cancelled {
			n++
		}
	}
	return n
}

// Cancel keeps the job from running again. A run that began already goes on.
func (j *Job) Cancel() {
	j.clock.mu.Lock()
	defer j.clock.mu.Unlock()
	j.cancelled = true
}

// Runs tells how often the job ran.
func (j *Job) Runs() int {
	j.clock.mu.Lock()
	defer j.clock.mu.Unlock()
	return j.runs
}

// next takes the jobs that are due off the heap, or puts them back for the next time.
func (c *Clock) next(now time.Time) (due []func(), wait time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(c.todo) > 0 && !c.todo[0].due.After(now) {
		j := heap.Pop(&c.todo).(*Job)
		if j.cancelled {
			continue
		}
		j.runs++
		due = append(due, j.run)
		if j.every > 0 {
			j.due = now.Add(j.every)
			heap.Push(&c.todo, j)
		}
	}
	return due, c.todo.wait(now)
}

func (c *Clock) loop() {
	defer close(c.done)
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for {
		due, wait := c.next(time.Now())
		for _, f := range due {
			f()
		}
		timer.Reset(wait)
		select {
		case <-timer.C:
		case <-c.wake:
		case <-c.quit:
			return
		}
	}
}

// Stop ends the clock; jobs that still wait never run. Jobs must not call it.
func (c *Clock) Stop() {
	close(c.quit)
	<-c.done
}
