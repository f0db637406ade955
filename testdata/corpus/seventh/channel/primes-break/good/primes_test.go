package primes

import (
	"slices"
	"testing"
	"testing/synctest"
)

func TestBelow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		got := Below(20)
		if want := []int{2, 3, 5, 7, 11, 13, 17, 19}; !slices.Equal(got, want) {
			t.Errorf("got %v", got)
		}
	})
}
