// Package main hands method values to a function that locks: nothing should be
// reported.
//
// Today: a likely unlocked-field for double, whose only use is the method value.
// A false alarm.
package main

import (
	"fmt"
	"sync"
)

type tally struct {
	mu sync.Mutex
	n  int
}

func (t *tally) inc() {
	t.mu.Lock()
	t.n++
	t.mu.Unlock()
}

func (t *tally) locked(f func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	f()
}

func (t *tally) double() { t.n *= 2 }

func main() {
	var t tally
	done := make(chan struct{})
	go func() {
		defer close(done)
		t.inc()
	}()
	t.locked(t.double)
	<-done
	fmt.Println(t.n)
}
