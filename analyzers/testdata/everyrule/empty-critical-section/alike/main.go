// Command thermostat shuts a heating down when nobody uses it any more.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type heating struct {
	use    sync.RWMutex
	off    atomic.Bool
	cycles atomic.Int64
}

func (h *heating) cycle() bool {
	h.use.RLock()
	defer h.use.RUnlock()
	if h.off.Load() {
		return false
	}
	h.cycles.Add(1)
	return true
}

// shutDown returns when no cycle runs and none will start.
func (h *heating) shutDown() int64 {
	h.off.Store(true)
	h.use.Lock() // waits for the running cycles
	h.use.Unlock()
	return h.cycles.Load()
}

func main() {
	h := &heating{}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for h.cycle() {
			}
		})
	}
	n := h.shutDown()
	wg.Wait()
	fmt.Println(n == h.cycles.Load())
}
