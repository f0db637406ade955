// Package closedbydefer closes in a helper on the error path, and once more by
// defer.
package closedbydefer

import "testing"

func abort(out chan<- int) { close(out) } // related `^the channel is closed here first, by TestNegative \(double-close\)$`

func produce(out chan<- int, list []int) {
	defer close(out) // want `panic: .* closes out, which was closed already at closedbydefer_test.go:7 \(double-close\)`
	for _, n := range list {
		if n < 0 {
			abort(out)
			return
		}
		out <- n
	}
}

func TestNegative(t *testing.T) {
	out := make(chan int, 2)
	produce(out, []int{1, -1})
	t.Log(len(out))
}
