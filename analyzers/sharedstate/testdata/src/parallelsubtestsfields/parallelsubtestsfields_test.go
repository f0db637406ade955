// Package parallelsubtestsfields shares a fixture between parallel subtests, and a
// helper changes it.
package parallelsubtestsfields

import "testing"

type fixture struct{ got int }

func double(n int) int { return 2 * n }

func (f *fixture) check(t *testing.T, n int) {
	f.got = double(n) // want `this parallel subtest writes f.got, which another one (reads|writes) at the same time \(parallel-subtest-state\)`
	if f.got != 2*n {
		t.Errorf("double(%d) = %d", n, f.got)
	}
}

func TestDouble(t *testing.T) {
	var f fixture
	for name, n := range map[string]int{"one": 1, "two": 2} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f.check(t, n)
		})
	}
}
