// Package soleownersright has methods that alone use the groups, locks and conditions of their
// object, and wait for what comes.
package soleownersright

import "sync"

// Held gives the lock back before it waits.
type Held struct {
	mu sync.Mutex
	wg sync.WaitGroup
	n  int
}

func (h *Held) Run() int {
	h.mu.Lock()
	for range 3 {
		h.wg.Add(1)
		go h.add()
	}
	h.mu.Unlock()
	h.wg.Wait()
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.n
}

func (h *Held) add() {
	defer h.wg.Done()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}

// A Cond whose waiters are woken by the method itself.
type Barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	ready bool
	wg    sync.WaitGroup
}

func NewBarrier() *Barrier {
	b := &Barrier{}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *Barrier) Run(n int) {
	for range n {
		b.wg.Go(func() {
			b.mu.Lock()
			defer b.mu.Unlock()
			for !b.ready {
				b.cond.Wait()
			}
		})
	}
	b.mu.Lock()
	b.ready = true
	b.cond.Broadcast()
	b.mu.Unlock()
	b.wg.Wait()
}
