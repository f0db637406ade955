package votes

import (
	"fmt"
	"testing"
)

// Two workers, two ballots each: for the race detector (go test -race).
func TestTwoWorkers(t *testing.T) {
	ballots := []Ballot{{"A", true}, {"B", true}, {"A", true}, {"B", true}}
	if got := count(ballots, 2); got != 4 {
		t.Errorf("four valid ballots and two workers: count = %d", got)
	}
}

// The number of ballots is no multiple of the number of workers.
func TestEveryBallotIsCounted(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 7, 8, 9, 1000, 1001, 1007} {
		for _, workers := range []int{1, 2, 3, 4, 8} {
			t.Run(fmt.Sprintf("%d ballots, %d workers", n, workers), func(t *testing.T) {
				ballots := make([]Ballot, n)
				want := 0
				for i := range ballots {
					ballots[i].Valid = i%3 != 1
					if ballots[i].Valid {
						want++
					}
				}
				if got := count(ballots, workers); got != want {
					t.Errorf("count = %d, want %d", got, want)
				}
			})
		}
	}
}

func TestAllCores(t *testing.T) {
	ballots := make([]Ballot, 100000)
	for i := range ballots {
		ballots[i].Valid = true
	}
	if got := CountValid(ballots); got != len(ballots) {
		t.Errorf("CountValid = %d of %d", got, len(ballots))
	}
}

// go test -bench . -cpu 1,2,4 shows what the cores bring.
func BenchmarkCountValid(b *testing.B) {
	ballots := make([]Ballot, 1<<20)
	for b.Loop() {
		CountValid(ballots)
	}
}
