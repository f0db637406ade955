// Package iteratorliterals returns iterators that start goroutines.
package iteratorliterals

import "iter"

// Ahead computes values before they are asked for; whoever breaks off leaves its goroutine behind.
func Ahead(seq iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		values := make(chan int)
		go func() {
			defer close(values)
			for v := range seq {
				values <- v // want `likely goroutine leak: the send to values waits for ever when its receiver has left first.* \(abandoned-send\)`
			}
		}()
		for v := range values {
			if !yield(v) {
				return
			}
		}
	}
}

// Stopped tells it to stop.
func Stopped(seq iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		values := make(chan int)
		done := make(chan struct{})
		defer close(done)
		go func() {
			defer close(values)
			for v := range seq {
				select {
				case values <- v:
				case <-done:
					return
				}
			}
		}()
		for v := range values {
			if !yield(v) {
				return
			}
		}
	}
}

// Drained takes what is left.
func Drained(list []int) iter.Seq[int] {
	return func(yield func(int) bool) {
		values := make(chan int)
		go func() {
			defer close(values)
			for _, v := range list {
				values <- v
			}
		}()
		stopped := false
		for v := range values {
			stopped = stopped || !yield(v)
		}
	}
}

// Counter needs what is around its literal: the channel has another user.
func Counter() (next func() int, stop func()) {
	values := make(chan int)
	done := make(chan struct{})
	go func() {
		for i := 0; ; i++ {
			select {
			case values <- i:
			case <-done:
				return
			}
		}
	}()
	return func() int { return <-values }, func() { close(done) }
}
