// Package main hands a method value to a function that locks.
package main

import (
	"fmt"
	"sync"
)

type tally struct {
	mu sync.Mutex
	n  int
	wg sync.WaitGroup
}

func (t *tally) inc() {
	defer t.wg.Done()
	t.mu.Lock()
	t.n++
	t.mu.Unlock()
}

func (t *tally) start(f func()) {
	t.wg.Add(1)
	go f()
}

func (t *tally) locked(f func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	f()
}

func (t *tally) double() { t.n *= 2 }

func main() {
	var t tally
	t.start(t.inc)
	t.locked(t.double)
	t.wg.Wait()
	fmt.Println(t.n)
}
