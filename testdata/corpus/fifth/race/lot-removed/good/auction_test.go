package auction

import (
	"sync"
	"testing"
)

func TestHammerOnce(t *testing.T) {
	var h House
	h.Offer("7", "a clock without hands")
	var wg sync.WaitGroup
	won := make(chan *Lot, 3)
	for i := range 3 {
		wg.Go(func() {
			for j := range 20 {
				if h.Bid("7", 10*i+j) != nil {
					break
				}
			}
			if l, err := h.Hammer("7"); err == nil {
				l.Title += " (sold)"
				won <- l
			}
		})
	}
	wg.Wait()
	close(won)
	n := 0
	for l := range won {
		n++
		if l.Title != "a clock without hands (sold)" {
			t.Error(l.Title)
		}
	}
	if n != 1 {
		t.Errorf("%d winners", n)
	}
}
