package market

import "testing"

func TestDeals(t *testing.T) {
	ds := Deals([]Offer{{"ann", "wool", 4}, {"bob", "wool", 7}, {"ann", "salt", 2}})
	if len(ds) != 2 || ds["wool"] != (Deal{"wool", 4, 7}) {
		t.Errorf("got %v", ds)
	}
}

func TestHaggle(t *testing.T) {
	tests := []struct {
		name   string
		limit  int
		rounds int
	}{
		{"short", 100, 1},
		{"long", 100, 20},
		{"stingy", 10, 5},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			a, b := NewTrader("ann", tc.limit), NewTrader("bob", tc.limit)
			Haggle(a, b, tc.rounds)
			if n := len(a.Log()); n != tc.rounds {
				t.Errorf("ann noted %d things", n)
			}
			if n := len(b.Log()); n != tc.rounds {
				t.Errorf("bob noted %d things", n)
			}
		})
	}
}
