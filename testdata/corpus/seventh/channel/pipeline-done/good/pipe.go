// Package pipe builds pipelines that can be stopped.
package pipe

import "sync"

// Done ends a pipeline when it is closed.
type Done <-chan struct{}

// From sends the values of a slice.
func From[T any](done Done, vals ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, v := range vals {
			if !send(done, out, v) {
				return
			}
		}
	}()
	return out
}

func send[T any](done Done, out chan<- T, v T) bool {
	select {
	case out <- v:
		return true
	case <-done:
		return false
	}
}

// Map applies f to all values.
func Map[A, B any](done Done, in <-chan A, f func(A) B) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for v := range in {
			if !send(done, out, f(v)) {
				return
			}
		}
	}()
	return out
}

// Filter keeps the values that f accepts.
func Filter[T any](done Done, in <-chan T, f func(T) bool) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for v := range in {
			if f(v) && !send(done, out, v) {
				return
			}
		}
	}()
	return out
}

// Merge mixes several channels.
func Merge[T any](done Done, ins ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Go(func() {
			for v := range in {
				if !send(done, out, v) {
					return
				}
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// First returns the first value that f accepts and stops the rest.
func First[T any](make_ func(Done) <-chan T, f func(T) bool) (v T, ok bool) {
	done := make(chan struct{})
	defer close(done)
	for v := range make_(done) {
		if f(v) {
			return v, true
		}
	}
	return v, false
}
