package kv

import (
	"fmt"
	"sync"
	"testing"
)

func TestStore(t *testing.T) {
	s := New[int]()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 100 {
				s.Update(fmt.Sprint("k", i%20), func(v int, _ bool) int { return v + 1 })
			}
		})
	}
	wg.Go(func() { s.Len() })
	wg.Wait()
	if v, ok := s.Get("k3"); !ok || v != 20 {
		t.Errorf("k3 is %d", v)
	}
	if n := s.Len(); n != 20 {
		t.Errorf("%d keys", n)
	}
	if n := s.Reset(); n != 400 || s.Len() != 0 {
		t.Errorf("%d updates", n)
	}
}
