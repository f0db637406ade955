// Package abacus tests an abacus on machines with many cores.
package abacus

import (
	"runtime"
	"sync"
	"testing"
)

type abacus struct {
	mu    sync.Mutex
	beads int
}

func (a *abacus) push(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.beads += n
}

type harness struct {
	t  *testing.T
	wg sync.WaitGroup
	a  abacus
}

func (h *harness) worker(pushes int) {
	defer h.wg.Done()
	if runtime.NumCPU() < 1024 {
		h.t.Skip("not enough cores") // BUG
	}
	for range pushes {
		h.a.push(1)
	}
}

func TestPush(t *testing.T) {
	h := &harness{t: t}
	h.wg.Add(2)
	go h.worker(100)
	go h.worker(100)
	h.wg.Wait()
	if !t.Skipped() && h.a.beads != 200 {
		t.Errorf("beads = %d", h.a.beads)
	}
}
