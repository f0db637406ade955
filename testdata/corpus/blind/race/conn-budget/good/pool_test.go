package dbpool

import (
	"sync"
	"testing"
)

func TestMax(t *testing.T) {
	p := NewPool(3, slowDial)
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() {
			c, err := p.Get()
			if err != nil {
				return
			}
			p.Put(c)
		})
	}
	wg.Wait()
	if p.Open() > 3 {
		t.Errorf("%d connections open, want at most 3", p.Open())
	}
}
