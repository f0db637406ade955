package gossip

import "testing"

func TestSpread(t *testing.T) {
	for _, tc := range []struct{ n, chord, want int }{{1, 1, 0}, {4, 1, 3}, {8, 3, 4}} {
		if got := NewNet(tc.n, tc.chord).Spread(); got > tc.want || got < tc.want/2 {
			t.Errorf("%v: %d rounds", tc, got)
		}
	}
}
