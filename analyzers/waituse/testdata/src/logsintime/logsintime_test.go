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
