package leaderboard

import (
	"fmt"
	"sync"
	"testing"
)

func TestTournament(t *testing.T) {
	b := New()
	var wg sync.WaitGroup
	for team := range 4 {
		wg.Go(func() {
			for i := range 30 {
				b.Add(fmt.Sprintf("t%d-%d", team, i), (i*37+team*11)%100)
			}
			for i := 0; i < 30; i += 2 {
				if !b.Drop(fmt.Sprintf("t%d-%d", team, i)) {
					t.Errorf("t%d-%d is missing", team, i)
				}
			}
		})
		wg.Go(func() {
			for name := range b.All() {
				if name == "" {
					t.Error("an entry without a name")
				}
			}
		})
	}
	wg.Wait()
	last, n := 100, 0
	for name, score := range b.All() {
		if score > last {
			t.Errorf("%s is out of order", name)
		}
		last = score
		n++
	}
	if n != 60 {
		t.Errorf("%d entries left", n)
	}
}
