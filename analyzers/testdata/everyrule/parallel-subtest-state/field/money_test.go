// Package money tests how amounts of money are parsed.
package money

import (
	"strconv"
	"strings"
	"testing"
)

type fixture struct {
	suffix string
	got    int
}

func (f *fixture) parse(t *testing.T, s string) {
	t.Helper()
	n, err := strconv.Atoi(strings.TrimSuffix(s, f.suffix))
	if err != nil {
		t.Fatal(err)
	}
	f.got = n // BUG?
}

func TestParse(t *testing.T) {
	f := &fixture{suffix: " EUR"}
	for in, want := range map[string]int{"5 EUR": 5, "10 EUR": 10, "7": 7} {
		t.Run(in, func(t *testing.T) {
			t.Parallel()
			f.parse(t, in)     // BUG?
			if f.got != want { // BUG?
				t.Errorf("got %d, want %d", f.got, want)
			}
		})
	}
}
