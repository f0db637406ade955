package server

import (
	"fmt"
	"sync"
	"testing"
)

// A journal that lets something else happen while its first line is written.
type journal struct {
	mu     sync.Mutex // guards lines
	lines  []string
	during func()
}

func (j *journal) Write(line string) {
	j.mu.Lock()
	j.lines = append(j.lines, line)
	first := len(j.lines) == 1
	j.mu.Unlock()
	if first && j.during != nil {
		j.during()
	}
}

func (j *journal) count() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return len(j.lines)
}

// stop calls Stop and returns what it panics with.
func stop(s *Server) (problem string) {
	defer func() {
		if p := recover(); p != nil {
			problem = fmt.Sprint(p)
		}
	}()
	s.Stop()
	return ""
}

func TestStopTellsEverybody(t *testing.T) {
	j := &journal{}
	s := New(j)
	select {
	case <-s.Stopped():
		t.Fatal("a new server is stopped")
	default:
	}
	finish(t, func() {
		for range 3 {
			if problem := stop(s); problem != "" {
				t.Errorf("Stop panics: %s", problem)
			}
		}
		<-s.Stopped()
	})
	if j.count() != 1 {
		t.Errorf("the server was stopped three times, and the journal has %d lines; want 1", j.count())
	}
}

// A signal and an operator come at the same moment.
func TestTwoStopAtTheSameTime(t *testing.T) {
	j := &journal{}
	s := New(j)
	second := make(chan string, 1)
	done := make(chan struct{})
	j.during = func() {
		before := goroutines()
		go func() {
			defer close(done)
			second <- stop(s)
		}()
		untilDone(done, before) // it has stopped the server, or waits
	}
	var first string
	finish(t, func() {
		first = stop(s)
		<-done
	})
	for _, problem := range []string{first, <-second} {
		if problem != "" {
			t.Errorf("a signal and an operator stop the server at the same moment, and one of them panics: %s", problem)
		}
	}
	if j.count() != 1 {
		t.Errorf("the journal says %d times that the server stops; want once", j.count())
	}
	select {
	case <-s.Stopped():
	default:
		t.Error("both have returned from Stop, and the server is not stopped")
	}
}

func TestRunEndsWithTheFirstService(t *testing.T) {
	j := &journal{}
	s := New(j)
	s.Run(
		func(stopped <-chan struct{}) { <-stopped },
		func(<-chan struct{}) {},
	)
	if j.count() != 1 {
		t.Errorf("the journal has %d lines, want 1", j.count())
	}
}

// Everybody stops the server, without any help from the test.
func TestManyStop(t *testing.T) {
	j := &journal{}
	s := New(j)
	var people sync.WaitGroup
	for range 2 {
		people.Go(s.Stop)
	}
	people.Wait()
	if j.count() != 1 {
		t.Errorf("the journal has %d lines, want 1", j.count())
	}
}
