package stats

import (
	"strings"
	"sync"
	"testing"
)

func TestCounters(t *testing.T) {
	var c Counters
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for k := range 100 {
				c.Inc(Request)
				if k%10 == i {
					c.Inc(Failure)
				}
			}
		})
	}
	for range 20 {
		if s := c.String(); !strings.HasPrefix(s, "requests=") {
			t.Errorf("report %q", s)
		}
	}
	wg.Wait()
	if r := c.Rate(); r != 0.1 {
		t.Errorf("rate %v", r)
	}
}
