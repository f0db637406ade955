// Command ferry lets cars drive aboard when the gate opens.
package main

import (
	"fmt"
	"sync"
)

type gate struct {
	mu     sync.Mutex
	moved  *sync.Cond
	isOpen bool
}

func newGate() *gate {
	g := &gate{}
	g.moved = sync.NewCond(&g.mu)
	g.isOpen = false
	return g
}

// awaitLocked needs g.mu.
func (g *gate) awaitLocked() {
	for !g.isOpen {
		g.moved.Wait()
	}
}

func (g *gate) pass() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.awaitLocked()
}

func (g *gate) open() {
	g.mu.Lock()
	g.isOpen = true
	g.mu.Unlock()
	g.moved.Broadcast() // needs no lock
}

func main() {
	g := newGate()
	var wg sync.WaitGroup
	for car := range 3 {
		wg.Go(func() {
			g.pass()
			fmt.Println("car", car, "is aboard")
		})
	}
	g.open()
	wg.Wait()
}
