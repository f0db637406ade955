// Package countedbyhand counts one goroutine more than its starter starts.
package countedbyhand

import (
	"sync"
	"testing"
)

type crew struct {
	wg    sync.WaitGroup
	ready [2]bool
}

func (c *crew) start(n int) {
	for i := range n {
		go func() {
			c.ready[i] = true
			c.wg.Done()
		}()
	}
}

func (c *crew) run() {
	c.wg.Add(3)
	c.start(2)
	c.wg.Wait() // want `this Wait never ends: Add has counted more than there are calls of Done \(count-mismatch\)`
}

func TestCrew(t *testing.T) {
	c := &crew{}
	c.run()
}
