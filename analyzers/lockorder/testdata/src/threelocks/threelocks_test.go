// Package threelocks takes three locks by twos, in a circle.
package threelocks

import (
	"sync"
	"testing"
)

type station struct {
	north, east, south sync.Mutex
	trains             int
}

func TestCircle(t *testing.T) {
	var s station
	move := func(from, to *sync.Mutex) {
		from.Lock()
		defer from.Unlock()
		to.Lock() // want `^deadlock: .*3 goroutines wait for each other in a circle.*\(lock-order\)`
		defer to.Unlock()
	}
	var wg sync.WaitGroup
	wg.Go(func() { move(&s.north, &s.east) })
	wg.Go(func() { move(&s.east, &s.south) })
	wg.Go(func() { move(&s.south, &s.north) })
	wg.Wait()
}
