// Package parallelsubtests counts in parallel subtests without a lock: the
// increment should be reported.
//
// Today: nothing; the search comes to its end after one state.
package parallelsubtests

import "testing"

func TestCount(t *testing.T) {
	n := 0
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n++ // want `data race: .* n.*\(captured-variable\)`
		})
	}
}
