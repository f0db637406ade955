// Package money tests how amounts of money are parsed.
package money

import (
	"strconv"
	"strings"
	"sync"
	"testing"
)

func parse(s string) (int, error) {
	return strconv.Atoi(strings.TrimSuffix(s, " EUR"))
}

func TestParse(t *testing.T) {
	inputs := []string{"5 EUR", "10 EUR", "x"}
	got := make([]int, len(inputs))
	var (
		mu       sync.Mutex
		failures int
	)
	t.Run("all", func(t *testing.T) {
		for i, in := range inputs {
			t.Run(in, func(t *testing.T) {
				t.Parallel()
				n, err := parse(in)
				if err != nil {
					mu.Lock()
					failures++
					mu.Unlock()
				}
				got[i] = n
			})
		}
	})
	// All parallel subtests have ended when the group returns.
	if failures != 1 || got[0] != 5 || got[1] != 10 {
		t.Errorf("%d failures, got %v", failures, got)
	}
}
