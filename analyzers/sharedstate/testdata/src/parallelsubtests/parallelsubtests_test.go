// Package parallelsubtests counts in parallel subtests without a lock.
package parallelsubtests

import "testing"

func TestCount(t *testing.T) {
	n := 0
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n++ // related `^the other side: the goroutine of parallelsubtests_test\.go:9 writes n \(parallel-subtest-state\)$` // want `data race: .* n.*\(parallel-subtest-state\)`
		})
	}
}
