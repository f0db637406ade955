package metrics

import (
	"io"
	"strings"
	"sync"
	"testing"
)

func TestExport(t *testing.T) {
	r := NewRegistry()
	reqs := r.Counter("requests", "Requests served.")
	load := r.Gauge("load", "Load of the machine.")
	took := r.Histogram("took", "Seconds per request.", 0.1, 1, 10)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			for n := range 20 {
				reqs.Inc()
				load.Set(float64(n))
				took.Observe(float64(i*n) / 10)
			}
		})
	}
	wg.Go(func() {
		for range 5 {
			r.Export(io.Discard)
		}
	})
	wg.Wait()
	var sb strings.Builder
	r.Export(&sb)
	if !strings.Contains(sb.String(), "requests 60\n") || !strings.Contains(sb.String(), "took_count 60\n") {
		t.Error(sb.String())
	}
	if took.Mean() == 0 {
		t.Error("no mean")
	}
}
