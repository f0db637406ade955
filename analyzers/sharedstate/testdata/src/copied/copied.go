// Package copied copies locks.
package copied

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

func (c counter) inc() { // want `copied lock: inc passes lock by value: example/copied.counter contains sync.Mutex; the copy is another one.*\(copied-lock\)`
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

type board struct{ counters []counter }

func (b *board) sum() (n int) {
	for _, c := range b.counters { // want `range var c copies lock.* \(copied-lock\)`
		n += c.n
	}
	return n
}

func wait(wg sync.WaitGroup) { wg.Wait() } // want `wait passes lock by value.* \(copied-lock\)`
