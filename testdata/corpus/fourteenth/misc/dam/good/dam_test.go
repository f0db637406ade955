package dam

import (
	"sync"
	"testing"
)

func TestFlood(t *testing.T) {
	d := New(3)
	if !d.Turn(1, true) || d.Turn(1, true) {
		t.Error("gate 1 should have moved once")
	}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 100 {
				d.Rain(2)
				d.Hour()
			}
		})
	}
	wg.Wait()
	if got := d.Hour(); got != 299 {
		t.Errorf("level %d", got)
	}
}
