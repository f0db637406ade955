package primes

import "testing"

func TestFactor(t *testing.T) {
	for n, want := range map[int]int{2: 2, 91: 7, 97: 97, 121: 11} {
		if got := Factor(n); got != want {
			t.Errorf("%d: %d", n, got)
		}
	}
}
