package primes

import (
	"runtime"
	"slices"
	"testing"
	"time"
)

func TestBelow(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, limit := range []int{10, 20, 100} {
		if got := Below(limit); got[0] != 2 {
			t.Error(got)
		}
	}
	if got := Below(12); !slices.Equal(got, []int{2, 3, 5, 7, 11}) {
		t.Error(got)
	}
	time.Sleep(50 * time.Millisecond)
	if n := runtime.NumGoroutine() - before; n > 0 {
		t.Errorf("%d goroutines too many", n)
	}
}
