// Package unlockvalue calls Unlock through a method value: nothing should be
// reported for Add, and the read in Peek should be.
//
// Today: effects panics on the call of the method value (its receiver is not
// among the arguments), and the package is not analysed at all.
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
