// Package main changes atomics so that no update is lost.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type gauge struct {
	n    atomic.Int64
	high atomic.Int64
	mu   sync.Mutex
	sum  atomic.Int64 // changed under mu, read without
	beat atomic.Int64 // changed by one goroutine
}

func (g *gauge) add() { g.n.Add(1) }

// raise tries until nobody came between.
func (g *gauge) raise(n int64) {
	for {
		old := g.high.Load()
		if n <= old || g.high.CompareAndSwap(old, n) {
			return
		}
	}
}

func (g *gauge) count(n int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.sum.Store(g.sum.Load() + n)
}

func (g *gauge) run(turns int, done chan<- struct{}) {
	for range turns {
		g.beat.Store(g.beat.Load() + 1)
	}
	close(done)
}

// reset stores what does not depend on what was loaded.
func (g *gauge) reset() {
	if g.n.Load() > 10 {
		g.n.Store(0)
	}
}

func main() {
	g := &gauge{}
	done := make(chan struct{})
	go g.run(2, done)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			g.add()
			g.raise(int64(i))
			g.count(1)
			g.reset()
			fmt.Println(g.beat.Load(), g.sum.Load())
		})
	}
	wg.Wait()
	<-done
}
