// Package money tests how amounts of money are parsed.
package money

import (
	"strconv"
	"strings"
	"testing"
)

func parse(s string) (int, error) {
	return strconv.Atoi(strings.TrimSuffix(s, " EUR"))
}

func tryParse(t *testing.T, in string, failures *int) {
	t.Run(in, func(t *testing.T) {
		t.Parallel()
		if _, err := parse(in); err != nil {
			*failures++ // BUG
		}
	})
}

func TestParse(t *testing.T) {
	var failures int
	t.Run("all", func(t *testing.T) {
		for _, in := range []string{"ten", "EUR 5", "", "7 USD"} {
			tryParse(t, in, &failures)
		}
	})
	if failures != 4 {
		t.Errorf("%d failures, want 4", failures)
	}
}
