package stats

import (
	"sync"
	"testing"
	"time"
)

func TestSummary(t *testing.T) {
	s := &Stats{delay: 100 * time.Microsecond}
	s.Add(1)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 30 {
				s.Summary()
			}
		})
		wg.Go(func() {
			for range 30 {
				s.Add(2)
				time.Sleep(100 * time.Microsecond)
			}
		})
	}
	wg.Wait()
	if got := s.Summary(); got.N != 91 || got.Sum != 181 {
		t.Errorf("%+v", got)
	}
}
