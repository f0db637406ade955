package scoreboard

import (
	"sync"
	"testing"
)

func TestGame(t *testing.T) {
	b := Open()
	var wg sync.WaitGroup
	for _, team := range []string{"red", "blue", "red"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 10 {
				b.Score(team, 1)
			}
		}()
	}
	wg.Wait()
	if b.Leader() != "red" || b.All()["blue"] != 10 {
		t.Error(b.All())
	}
	if final := b.Close(); final["red"] != 20 {
		t.Error(final)
	}
}
