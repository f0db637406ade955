package hotset

import (
	"sync"
	"testing"
	"time"
)

func TestTouch(t *testing.T) {
	s := New[int](time.Hour)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for k := range 25 {
				s.Touch(k)
			}
			s.Sweep()
		})
	}
	wg.Wait()
	if s.Size() != 25 || !s.Touch(3) {
		t.Error(s.Size())
	}
}
