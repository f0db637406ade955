// Package slepttests sleeps in a test.
package slepttests

import (
	"sync"
	"testing"
	"time"
)

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) inc() {
	c.mu.Lock()
	c.n++
	c.mu.Unlock()
}

func (c *counter) get() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.n
}

// There is no data race, and the answer still hangs on the time.
func TestCounter(t *testing.T) {
	c := &counter{}
	for range 2 {
		go c.inc()
	}
	time.Sleep(time.Second) // want `this Sleep waits for some time, not for the goroutine.*\(sleep-as-sync\)`
	if n := c.get(); n != 2 {
		t.Error(n)
	}
}
