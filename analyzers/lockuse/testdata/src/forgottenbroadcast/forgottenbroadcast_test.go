// Package forgottenbroadcast has a barrier whose last arrival wakes nobody.
package forgottenbroadcast

import (
	"sync"
	"testing"
)

type barrier struct {
	mu      sync.Mutex
	all     *sync.Cond
	missing int
}

func (b *barrier) sleep() {
	b.all.Wait() // want `this Wait never ends, because nobody signals \(cond-never-signalled\)`
}

func (b *barrier) arrive() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.missing--
	for b.missing > 0 {
		b.sleep()
	}
}

func TestBarrier(t *testing.T) {
	b := &barrier{missing: 2}
	b.all = sync.NewCond(&b.mu)
	var wg sync.WaitGroup
	wg.Go(b.arrive)
	wg.Go(b.arrive)
	wg.Wait()
}
