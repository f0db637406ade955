// Package methodvalues starts goroutines from method values and function values.
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

func (t *tally) double() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.n *= 2
}

func main() {
	var t tally
	t.start(t.inc)
	inc := t.inc
	t.start(inc)
	t.start((&t).inc)
	t.wg.Wait()
	steps := []func(){t.double, func() { t.n++ }}
	for _, step := range steps {
		step()
	}
	fmt.Println(t.n)
}
