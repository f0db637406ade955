// Package main has many who may close, and one who does.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type server struct {
	once sync.Once
	done chan struct{}
}

func (s *server) stop() { s.once.Do(func() { close(s.done) }) }

// A worker looks under the lock.
type worker struct {
	mu     sync.Mutex
	closed bool
	quit   chan struct{}
}

func (w *worker) stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case <-w.quit:
		return
	default:
	}
	close(w.quit)
}

// A gate lets the first one through that swaps the flag.
type gate struct {
	shut atomic.Bool
	done chan struct{}
}

func (g *gate) close() {
	if g.shut.CompareAndSwap(false, true) {
		close(g.done)
	}
}

// A countdown is closed by whoever is last.
type countdown struct {
	left atomic.Int64
	done chan struct{}
}

func (c *countdown) arrive() {
	if c.left.Add(-1) == 0 {
		close(c.done)
	}
}

func main() {
	s := &server{done: make(chan struct{})}
	w := &worker{quit: make(chan struct{})}
	g := &gate{done: make(chan struct{})}
	c := &countdown{done: make(chan struct{})}
	c.left.Store(2)
	for range 2 {
		go func() {
			s.stop()
			w.stop()
			g.close()
			c.arrive()
		}()
	}
	<-s.done
	<-w.quit
	<-g.done
	<-c.done
	fmt.Println("stopped")
}
