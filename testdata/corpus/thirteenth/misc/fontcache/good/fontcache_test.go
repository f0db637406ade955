package fontcache

import (
	"sync"
	"testing"
)

func TestEachGlyphOnce(t *testing.T) {
	c := New(7)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			w := 0
			for _, r := range "concurrency is not parallelism" {
				w += c.Glyph(r).Width()
			}
			if w == 0 {
				t.Error("no width")
			}
		})
	}
	wg.Wait()
	if n := c.Rendered(); n != 15 {
		t.Error("rendered", n)
	}
}
