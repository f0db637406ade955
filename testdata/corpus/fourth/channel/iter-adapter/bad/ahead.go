// Package ahead reads values before they are needed.
package ahead

import "iter"

// Prefetch yields the values of seq, computing up to n of them in advance in
// another goroutine. That goroutine is gone soon after the loop over the
// result has ended, however it ends.
func Prefetch[T any](seq iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		buf := make(chan T, n) // BUG: goroutine-leak
		go func() {            // BUG: goroutine-leak
			defer close(buf)
			for v := range seq {
				buf <- v // BUG: goroutine-leak
			}
		}()
		for v := range buf { // BUG: goroutine-leak
			if !yield(v) {
				return // BUG: goroutine-leak
			}
		}
	}
}
