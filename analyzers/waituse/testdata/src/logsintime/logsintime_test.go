// Package logsintime logs while the test runs.
package logsintime

import (
	"errors"
	"sync"
	"testing"
	"time"
)

func send(string) error { return errors.New("no") }

func TestWaits(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(func() { t.Log(send("hello")) })
	wg.Wait()
}

func TestDefers(t *testing.T) {
	done := make(chan struct{})
	defer func() { <-done }()
	go func() {
		t.Log(send("hello"))
		close(done)
	}()
}

func TestCleansUp(t *testing.T) {
	var wg sync.WaitGroup
	t.Cleanup(wg.Wait)
	wg.Add(1)
	go func() {
		defer wg.Done()
		t.Log(send("hello"))
	}()
}

func wait(done chan struct{}) { <-done }

func TestWaitsElsewhere(t *testing.T) {
	done := make(chan struct{})
	go func() {
		t.Log(send("hello"))
		close(done)
	}()
	wait(done)
}

func TestLogsNothing(t *testing.T) {
	go send("hello")
}

func TestSleeps(t *testing.T) {
	go func() { t.Log("in time") }()
	time.Sleep(time.Second)
}

// The outer test waits.
func TestOuterWaits(t *testing.T) {
	var wg sync.WaitGroup
	t.Run("sub", func(*testing.T) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			t.Log(send("hello"))
		}()
	})
	wg.Wait()
}

// What is logged to a subtest that has ended goes to the test around it, which waits.
func TestLogsToParent(t *testing.T) {
	ch := make(chan bool)
	t.Run("sub", func(t2 *testing.T) {
		go func() {
			<-ch
			t2.Log("late")
			ch <- true
		}()
	})
	ch <- true
	<-ch
}

// The goroutine handles the panic.
func TestRecovers(t *testing.T) {
	go func() {
		defer func() { println(recover() != nil) }()
		t.Log(send("hello"))
	}()
}
