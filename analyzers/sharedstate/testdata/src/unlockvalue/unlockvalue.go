// Package unlockvalue calls Unlock through a method value in one method, and
// forgets the lock in another.
package unlockvalue

import "sync"

type Tally struct {
	mu sync.Mutex
	n  int
}

func (t *Tally) Add() {
	t.mu.Lock()
	unlock := t.mu.Unlock
	t.n++
	unlock()
}

func (t *Tally) Clear() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.n = 0
}

func (t *Tally) Peek() int {
	return t.n // want `Peek reads t.n without t.mu.*\(unlocked-field\)`
}
