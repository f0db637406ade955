// Package unlockedstraight forgets the lock in one method.
package unlockedstraight

import "sync"

type Counter struct {
	mu sync.Mutex
	n  int
	by map[string]int
}

func NewCounter() *Counter { return &Counter{by: make(map[string]int)} }

func (c *Counter) Inc(who string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	c.by[who]++
}

func (c *Counter) Get() int {
	return c.n // want `likely data race: Get reads c.n without c.mu, which Inc holds when it writes c.n \(unlocked-field\)`
}

func (c *Counter) Of(who string) int {
	return c.by[who] // want `Of reads c.by without c.mu.*\(unlocked-field\)`
}

// Reset unlocks too early.
func (c *Counter) Reset() {
	c.mu.Lock()
	clear(c.by)
	c.mu.Unlock()
	c.n = 0 // want `Reset writes c.n without c.mu.*\(unlocked-field\)`
}
