// Package lighthouse turns the lamp of a lighthouse and announces each turn.
package lighthouse

import "sync"

// Lamp is the lamp of a lighthouse.
type Lamp struct {
	mu     sync.Mutex
	turns  int
	turned chan int
}

// New returns a lamp that stands still.
func New() *Lamp {
	return &Lamp{turned: make(chan int)}
}

// Turn turns the lamp once.
func (l *Lamp) Turn() {
	l.mu.Lock()
	l.turns++
	n := l.turns
	l.mu.Unlock()
	l.turned <- n // BUG
}

// Turns tells how often the lamp has turned.
func (l *Lamp) Turns() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.turns
}
