// Package sleptright sleeps for other reasons than to wait for a goroutine.
package sleptright

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

type lamp struct {
	mu sync.Mutex
	on bool
}

func (l *lamp) set(on bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.on = on
}

// It gives the other one a head start, and then waits.
func TestWaits(t *testing.T) {
	l := &lamp{}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		l.set(true)
	}()
	time.Sleep(time.Millisecond)
	wg.Wait()
}

func TestReceives(t *testing.T) {
	done := make(chan struct{})
	go func() { defer close(done) }()
	time.Sleep(time.Millisecond)
	<-done
}

// It looks again and again.
func TestPolls(t *testing.T) {
	l := &lamp{}
	go l.set(true)
	for range 10 {
		time.Sleep(time.Millisecond)
		l.set(false)
	}
}

// Nothing has been started yet.
func TestBefore(t *testing.T) {
	l := &lamp{}
	time.Sleep(time.Millisecond)
	go l.set(true)
}

// The clock of a bubble moves when all others wait.
func TestBubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := &lamp{}
		go l.set(true)
		time.Sleep(time.Second)
		l.set(false)
	})
}

// What works for some time is no main and no test.
func work() {
	l := &lamp{}
	go l.set(true)
	time.Sleep(time.Second)
}
