// Command ferry lets cars drive aboard when the gate opens.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type gate struct {
	mu     sync.Mutex
	moved  *sync.Cond
	isOpen atomic.Bool
}

func (g *gate) pass() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for !g.isOpen.Load() {
		g.moved.Wait() // BUG?
	}
}

func (g *gate) raise() {
	g.isOpen.Store(true) // BUG?
}

func (g *gate) open() {
	g.raise()           // BUG?
	g.moved.Broadcast() // BUG?
}

func main() {
	g := &gate{}
	g.moved = sync.NewCond(&g.mu)
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
