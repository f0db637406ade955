package main

import (
	"fmt"
	"sync"
	"time"
)

type compactor struct {
	busy sync.Mutex
	runs int

	mu      sync.Mutex
	skipped int
}

// compact does nothing when a compaction is under way.
func (c *compactor) compact() bool {
	if !c.busy.TryLock() {
		c.mu.Lock()
		c.skipped++
		c.mu.Unlock()
		return false
	}
	defer c.busy.Unlock()
	time.Sleep(time.Millisecond)
	c.runs++
	return true
}

func main() {
	var c compactor
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() { c.compact() })
	}
	wg.Wait()
	fmt.Println("all asked:", c.runs+c.skipped == 6, c.runs > 0)
}
