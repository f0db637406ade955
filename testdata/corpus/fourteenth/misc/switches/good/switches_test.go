package switches

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestFlipWhileReading(t *testing.T) {
	var moves atomic.Int32
	s := New([]string{"beta"}, OnChange(func(string, bool) { moves.Add(1) }))
	var wg sync.WaitGroup
	for _, name := range []string{"beta", "dark", "beta"} {
		wg.Go(func() {
			for range 40 {
				s.Flip(name)
			}
		})
		wg.Go(func() {
			for range 200 {
				_ = s.On(name)
			}
		})
	}
	wg.Wait()
	if !s.On("beta") || s.On("dark") || moves.Load() != 120 {
		t.Errorf("beta %v, dark %v, %d moves", s.On("beta"), s.On("dark"), moves.Load())
	}
}
