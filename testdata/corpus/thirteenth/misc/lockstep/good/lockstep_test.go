package lockstep

import (
	"sync"
	"testing"
)

func TestRounds(t *testing.T) {
	const parties, rounds = 4, 50
	b := NewBarrier(parties)
	board := [rounds][parties]int{}
	var wg sync.WaitGroup
	for p := range parties {
		wg.Go(func() {
			for r := range rounds {
				board[r][p] = r + p
				if got := b.Meet(); got != r {
					t.Errorf("party %d: round %d, want %d", p, got, r)
				}
				next := (p + 1) % parties
				if board[r][next] != r+next {
					t.Error("neighbour was late")
				}
			}
		})
	}
	wg.Wait()
}
