// Package pointed uses pointers to what holds a lock.
package pointed

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

func newCounter() *counter { return &counter{} }

func (c *counter) inc() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

type board struct{ counters []*counter }

func (b *board) inc() {
	for _, c := range b.counters {
		c.inc()
	}
	for i := range b.counters {
		b.counters[i].inc()
	}
}

func fresh() {
	var c counter
	c = counter{n: 1}
	c.inc()
}
