package stock

import (
	"strconv"
	"testing"
)

func mustParse(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("parse %q: %v", s, err) // BUG: t-fatal-goroutine
	}
	return n
}

func TestSum(t *testing.T) {
	fields := []string{"4", "8", "n/a", "15"}
	parts := make(chan int)
	for _, f := range fields {
		go func() { // BUG: t-fatal-goroutine
			parts <- mustParse(t, f) // BUG: t-fatal-goroutine
		}()
	}
	sum := 0
	for range fields {
		sum += <-parts // BUG: t-fatal-goroutine
	}
	if sum != 27 {
		t.Errorf("sum %d", sum)
	}
}
