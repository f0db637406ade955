// Package lockstep lets goroutines advance in rounds.
package lockstep

import "sync"

// Barrier makes n parties meet; it can be used again and again.
type Barrier struct {
	mu      sync.Mutex
	moved   sync.Cond
	parties int
	arrived int
	round   int
}

// NewBarrier returns a barrier for n parties.
func NewBarrier(n int) *Barrier {
	b := &Barrier{parties: n}
	b.moved.L = &b.mu
	return b
}

func (b *Barrier) await(ok func() bool) {
	for !ok() {
		b.moved.Wait()
	}
}

// Meet blocks until all parties have called it and returns the round.
func (b *Barrier) Meet() int {
	b.mu.Lock()
	mine := b.round
	b.arrived++
	if b.arrived == b.parties {
		b.arrived = 0
		b.round++
		b.mu.Unlock()
		b.moved.Broadcast()
		return mine
	}
	defer b.mu.Unlock()
	b.await(func() bool { return b.round != mine })
	return mine
}
