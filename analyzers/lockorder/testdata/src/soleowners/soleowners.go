// Package soleowners has a method that alone uses the lock and the group of its object.
package soleowners

import "sync"

// Wait under the lock that the workers need.
type Held struct {
	mu sync.Mutex
	wg sync.WaitGroup
	n  int
}

func (h *Held) Run() int {
	h.mu.Lock() // related `^the lock is taken here \(wait-under-lock\)$`
	defer h.mu.Unlock()
	for range 3 {
		h.wg.Add(1)
		go h.add()
	}
	h.wg.Wait() // want `likely deadlock: Run waits for the goroutines of a group while it holds h.mu, .* \(wait-under-lock\)`
	return h.n
}

func (h *Held) add() {
	defer h.wg.Done()
	h.mu.Lock() // related `^the goroutine of soleowners\.go:18 waits for the lock here \(wait-under-lock\)$`
	h.n++
	h.mu.Unlock()
}
