package meter

import (
	"io"
	"sync"
	"testing"
)

func TestSharedGauge(t *testing.T) {
	g := NewGauge(nil)
	var wg sync.WaitGroup
	for range 3 {
		w := g.Wrap(io.Discard)
		wg.Go(func() {
			for range 100 {
				io.WriteString(w, "0123456789")
			}
		})
	}
	for range 20 {
		_ = g.String()
	}
	wg.Wait()
	if g.Calls() != 300 {
		t.Error(g)
	}
}
