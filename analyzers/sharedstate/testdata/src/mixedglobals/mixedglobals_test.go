// Package mixedglobals resets plainly what others count with sync/atomic.
package mixedglobals

import (
	"sync"
	"sync/atomic"
	"testing"
)

var served int32

func serve() { atomic.AddInt32(&served, 1) }

func reset() {
	served = 0 // want `reset writes served plainly, while serve uses it with sync/atomic.*\(mixed-atomic\)`
}

func TestServed(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(serve)
	wg.Go(reset)
	wg.Wait()
}
