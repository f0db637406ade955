// Package main loses the lock in closures and method values.
package main

import (
	"fmt"
	"sync"
)

type gauge struct {
	mu    sync.Mutex
	level int
	peak  int
}

func (g *gauge) set(n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.level = n
	if n > g.peak {
		g.peak = n
	}
}

func (g *gauge) top() int {
	return g.peak // want `top reads g.peak without g.mu.*\(unlocked-field\)`
}

// later returns a closure that runs when the lock is released already.
func (g *gauge) later() func() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return func() int {
		return g.level // want `reads g.level without g.mu.*\(unlocked-field\)`
	}
}

func each(fs ...func() int) {
	for _, f := range fs {
		fmt.Println(f())
	}
}

func main() {
	g := &gauge{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		g.set(1)
	}()
	each(g.top, g.later())
	<-done
}
