package glyphs

import (
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

func TestDrawnOnce(t *testing.T) {
	var drawn atomic.Int32
	c := New(func(r rune) (string, error) {
		drawn.Add(1)
		if r < ' ' {
			return "", errors.New("not printable")
		}
		return strings.Repeat(string(r), 3), nil
	})
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			for _, r := range "banana\n" {
				got, err := c.Get(r)
				if (err == nil) != (r >= ' ') || err == nil && got[0] != byte(r) {
					t.Errorf("%q: %q, %v", r, got, err)
				}
			}
		})
	}
	wg.Wait()
	if drawn.Load() != 4 || c.Len() != 4 {
		t.Errorf("drew %d, holds %d", drawn.Load(), c.Len())
	}
}
