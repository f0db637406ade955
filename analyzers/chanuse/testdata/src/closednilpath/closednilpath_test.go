// Package closednilpath makes its channel on one way only, and hands it to the
// function that closes it.
package closednilpath

import "testing"

func finish(out chan int) {
	close(out) // want `panic: out is nil here, and a nil channel cannot be closed \(close-of-nil\)`
}

func open(n int) (out chan int) {
	if n > 0 {
		out = make(chan int, n)
	}
	return out
}

func TestEmpty(t *testing.T) {
	finish(open(1))
	finish(open(0))
}
