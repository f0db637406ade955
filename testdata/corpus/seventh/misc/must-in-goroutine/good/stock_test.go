package stock

import (
	"strconv"
	"testing"
)

func parse(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil && s != "n/a" {
		t.Errorf("parse %q: %v", s, err)
	}
	return n
}

func TestSum(t *testing.T) {
	fields := []string{"4", "8", "n/a", "15"}
	parts := make(chan int)
	for _, f := range fields {
		go func() {
			parts <- parse(t, f)
		}()
	}
	sum := 0
	for range fields {
		sum += <-parts
	}
	if sum != 27 {
		t.Errorf("sum %d", sum)
	}
}
