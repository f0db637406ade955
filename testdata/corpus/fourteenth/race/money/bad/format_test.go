package money

import (
	"strings"
	"testing"
)

func TestFormat(t *testing.T) {
	cases := map[string]struct {
		digits int
		minor  int64
		want   string
	}{
		"JPY": {0, 1250, "JPY 1250"},
		"USD": {2, 5, "USD 0.05"},
		"KWD": {3, 98765, "KWD 98.765"},
		"CHF": {2, 100, "CHF 1.00"},
		"SEK": {2, 123456, "SEK 1234.56"},
		"ISK": {0, 7, "ISK 7"},
		"TND": {3, 12, "TND 0.012"},
		"NOK": {2, 99, "NOK 0.99"},
	}
	f := NewFormatter() // BUG: test-parallel-shared
	for symbol, tc := range cases {
		t.Run(symbol, func(t *testing.T) {
			t.Parallel()
			f.Use(symbol, tc.digits)                       // BUG: test-parallel-shared
			if got := f.Format(tc.minor); got != tc.want { // BUG: test-parallel-shared
				t.Errorf("got %q, want %q", got, tc.want)
			}
			for minor := range int64(5000) {
				if got := f.Format(minor); !strings.HasPrefix(got, symbol) { // BUG: test-parallel-shared
					t.Fatalf("%d became %q", minor, got)
				}
			}
		})
	}
}

func TestFormatDefault(t *testing.T) {
	if got := NewFormatter().Format(4200); got != "EUR 42.00" {
		t.Errorf("got %q", got)
	}
}
