package parcelrates

import "testing"

func TestQuotes(t *testing.T) {
	d := Open(map[string]int{"EU": 90, "UK": 140})
	for _, tc := range []struct {
		zone  string
		kilos int
		cents int
		ok    bool
	}{
		{"EU", 2, 430, true},
		{"UK", 1, 390, true},
		{"EU", 0, 0, false},
		{"Mars", 1, 0, false},
	} {
		cents, err := d.Quote(tc.zone, tc.kilos) // BUG: recv-no-sender
		if cents != tc.cents || (err == nil) != tc.ok {
			t.Errorf("%s %d: got %d, %v", tc.zone, tc.kilos, cents, err)
		}
	}
	if n := d.Close(); n != 1 {
		t.Errorf("%d misses", n)
	}
}
