// Package ownsgoroutinesright has types whose goroutines and methods take turns.
package ownsgoroutinesright

import (
	"sync"
	"time"
)

// A Job can be waited for; what came of it is read afterwards.
type Job struct {
	err  error
	done chan struct{}
}

func NewJob(work func() error) *Job {
	j := &Job{done: make(chan struct{})}
	go func() {
		defer close(j.done)
		j.err = work()
	}()
	return j
}

func (j *Job) Done() <-chan struct{} { return j.done }

// Err is for after Done.
func (j *Job) Err() error { return j.err }

func (j *Job) Wait() error {
	<-j.done
	return j.err
}

// A Server is set up before it is started.
type Server struct {
	name    string
	handler func(string)
	served  int
	quit    chan struct{}
	wg      sync.WaitGroup
}

func (s *Server) SetName(name string)       { s.name = name }
func (s *Server) SetHandler(h func(string)) { s.handler = h }

func (s *Server) Start() {
	s.quit = make(chan struct{})
	s.served = 0
	s.wg.Go(s.loop)
}

func (s *Server) loop() {
	for {
		select {
		case <-s.quit:
			return
		case <-time.After(time.Second):
			s.handler(s.name)
			s.served++
		}
	}
}

// Stop waits for the goroutine before it reads what that has counted.
func (s *Server) Stop() int {
	close(s.quit)
	s.wg.Wait()
	return s.served
}

// A Loop does everything in its goroutine: others send it what to do.
type Loop struct {
	actions chan func()
	total   int
}

func NewLoop() *Loop {
	l := &Loop{actions: make(chan func())}
	go l.run()
	return l
}

func (l *Loop) run() {
	for act := range l.actions {
		act()
		l.tick()
	}
}

func (l *Loop) tick() { l.total++ }

func (l *Loop) Add(n int) {
	l.actions <- func() { l.total += n }
}

func (l *Loop) Total() int {
	answer := make(chan int)
	l.actions <- func() { answer <- l.total }
	return <-answer
}

func (l *Loop) Close() { close(l.actions) }

// A Reader has a goroutine that fills the buffer; Lines must be called once it has ended.
type Reader struct {
	lines []string
	next  func() (string, bool)
}

func NewReader(next func() (string, bool)) *Reader {
	r := &Reader{next: next}
	go func() {
		for {
			line, ok := r.next()
			if !ok {
				return
			}
			r.lines = append(r.lines, line)
		}
	}()
	return r
}

// Lines returns what was read. It must be called only after next has returned false.
func (r *Reader) Lines() []string { return r.lines }
