// Command ferry lets cars drive aboard when the gate opens.
package main

import (
	"fmt"
	"sync"
)

type gate struct {
	mu    sync.Mutex
	moved *sync.Cond
	open  bool
}

type ferry struct {
	gate gate
	done chan bool
}

func newFerry() *ferry {
	f := &ferry{done: make(chan bool)}
	f.gate.moved = sync.NewCond(&f.gate.mu)
	return f
}

func (f *ferry) isOpen() bool {
	f.gate.mu.Lock()
	defer f.gate.mu.Unlock()
	return f.gate.open
}

func (f *ferry) board() {
	for !f.isOpen() {
		f.gate.moved.Wait() // BUG
	}
	f.done <- true
}

func main() {
	f := newFerry()
	go f.board()
	f.gate.mu.Lock()
	f.gate.open = true
	f.gate.mu.Unlock() // also unlock-of-unlocked
	f.gate.moved.Broadcast()
	fmt.Println("aboard:", <-f.done)
}
