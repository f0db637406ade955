package org

import (
	"sync"
	"testing"
)

func TestTotal(t *testing.T) {
	root := New("acme")
	root.Hire(20)
	dev := root.Sub("dev")
	web := dev.Sub("web")
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(4)
		go func() { defer wg.Done(); root.Move(dev, 2) }()
		go func() { defer wg.Done(); dev.Move(web, 1) }()
		go func() { defer wg.Done(); _ = root.String() + web.Path() }()
		go func() {
			defer wg.Done()
			if n := root.Total(); n != 20 {
				t.Errorf("%d: %d people", i, n)
			}
		}()
	}
	wg.Wait()
	if root.Move(web, 1) == nil {
		t.Error("moved across two levels")
	}
}
