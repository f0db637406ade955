// Package main changes a condition without the lock, so the signal can come
// between the look and the Wait.
//
// Today: nothing: the plain use of g.open is no step at which the other goroutine
// is tried.
package main

import (
	"fmt"
	"sync"
)

type gate struct {
	mu   sync.Mutex
	cond *sync.Cond
	open bool
}

func newGate() *gate {
	g := &gate{}
	g.cond = sync.NewCond(&g.mu)
	return g
}

func (g *gate) pass() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for !g.open {
		g.cond.Wait() // want `this Wait never ends when the signal comes first.*\(cond-without-lock\)`
	}
}

func (g *gate) release() {
	g.open = true
	g.cond.Broadcast()
}

func main() {
	g := newGate()
	var wg sync.WaitGroup
	wg.Go(g.pass)
	g.release()
	wg.Wait()
	fmt.Println("passed")
}
