// Package barrier holds up goroutines until all have come.
package barrier

import "sync"

// Barrier lets n goroutines wait for each other, any number of times.
type Barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	here  int
	phase int
}

// New makes a barrier for n goroutines.
func New(n int) *Barrier {
	b := &Barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

// Wait blocks until all have arrived; last is run once before they go on.
func (b *Barrier) Wait(last func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.here++
	if b.here == b.n {
		last()
		b.here = 0
		b.phase++
		b.cond.Broadcast()
		return
	}
	for phase := b.phase; phase == b.phase; {
		b.cond.Wait()
	}
}
