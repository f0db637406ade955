package metrics

import (
	"sync"
	"testing"
)

func TestSink(t *testing.T) {
	s := Start(8)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				s.Event("hit")
			}
		})
	}
	wg.Wait()
	counts, dropped := s.Stop()
	if int64(counts["hit"])+dropped != 400 {
		t.Errorf("%d hits, %d dropped", counts["hit"], dropped)
	}
}

func TestGauge(t *testing.T) {
	var g Gauge
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for k := range 50 {
				g.Set(float64(10*k - i))
			}
		})
	}
	wg.Wait()
	if lo, hi := g.Range(); lo != -3 || hi != 490 {
		t.Errorf("from %v to %v", lo, hi)
	}
}
