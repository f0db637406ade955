package pipe

import (
	"sync"
	"testing"
)

func TestMany(t *testing.T) {
	p := New(1)
	const people, each = 4, 5000
	var wg sync.WaitGroup
	for range people {
		wg.Go(func() {
			for range each {
				p.Put("x")
			}
		})
		wg.Go(func() {
			for range each {
				p.Take()
			}
		})
	}
	wg.Wait()
}
