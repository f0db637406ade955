// Package future runs functions in the background and hands out their results.
package future

import (
	"context"
	"fmt"
)

// Future is a value that will be there later.
type Future[T any] struct {
	done chan struct{}
	val  T
	err  error
}

// Go starts f.
func Go[T any](f func() (T, error)) *Future[T] {
	fu := &Future[T]{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		defer func() {
			if r := recover(); r != nil {
				fu.err = fmt.Errorf("future: %v", r)
			}
		}()
		fu.val, fu.err = f()
	}()
	return fu
}

// Wait waits for the value.
func (f *Future[T]) Wait() (T, error) {
	<-f.done
	return f.val, f.err
}

// WaitContext waits until the value is there or ctx ends.
func (f *Future[T]) WaitContext(ctx context.Context) (v T, err error) {
	select {
	case <-f.done:
		return f.val, f.err
	case <-ctx.Done():
		return v, ctx.Err()
	}
}

// Ready reports whether Wait would return at once.
func (f *Future[T]) Ready() bool {
	select {
	case <-f.done:
		return true
	default:
		return false
	}
}

// Peek returns the value if it is there.
func (f *Future[T]) Peek() (v T, ok bool) {
	if !f.Ready() || f.err != nil {
		return v, false
	}
	return f.val, true
}
