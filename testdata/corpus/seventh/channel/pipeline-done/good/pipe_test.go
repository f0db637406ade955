package pipe

import (
	"testing"
	"testing/synctest"
)

func TestFirst(t *testing.T) {
	build := func(done Done) <-chan int {
		square := func(n int) int { return n * n }
		a := Map(done, From(done, 1, 2, 3, 4, 5), square)
		b := Map(done, From(done, 10, 20, 30), square)
		return Filter(done, Merge(done, a, b), func(n int) bool { return n != 100 })
	}
	for _, tc := range []struct {
		min int
		ok  bool
	}{{1, true}, {400, true}, {1000, false}} {
		synctest.Test(t, func(t *testing.T) {
			v, ok := First(build, func(n int) bool { return n >= tc.min })
			if ok != tc.ok || ok && v < tc.min {
				t.Errorf("min %d: got %d %v", tc.min, v, ok)
			}
		})
	}
}
