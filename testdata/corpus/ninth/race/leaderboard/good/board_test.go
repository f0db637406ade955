package leaderboard

import (
	"sync"
	"testing"
)

func TestBoard(t *testing.T) {
	b := New()
	for _, n := range []string{"ann", "bob", "cy"} {
		b.Add(n, 0)
	}
	var wg sync.WaitGroup
	for _, n := range []string{"ann", "bob", "cy"} {
		wg.Go(func() {
			for i := range 200 {
				b.Add(n, i%3)
			}
		})
	}
	wg.Go(func() {
		for range 200 {
			sum := 0
			for _, e := range b.All() {
				sum += e.Points
			}
			if sum < 0 {
				t.Error("negative sum")
			}
		}
	})
	wg.Wait()
	if best := b.Best(1); best[0].Points != 199 {
		t.Error(best)
	}
}
