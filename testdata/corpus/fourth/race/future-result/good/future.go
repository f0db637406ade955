// Package future starts computations whose result is asked for later.
package future

import (
	"context"
	"fmt"
)

// Future is the result of a computation that may still be running.
type Future[T any] struct {
	ready chan struct{}
	val   T
	err   error
}

// Go runs f in its own goroutine. A panic in f becomes the future's error.
func Go[T any](f func() (T, error)) *Future[T] {
	fu := &Future[T]{ready: make(chan struct{})}
	go fu.run(f)
	return fu
}

func (fu *Future[T]) run(f func() (T, error)) {
	defer close(fu.ready)
	defer func() {
		if p := recover(); p != nil {
			fu.err = fmt.Errorf("future: panic: %v", p)
		}
	}()
	fu.val, fu.err = f()
}

// Get waits for the result, or for the end of ctx.
func (fu *Future[T]) Get(ctx context.Context) (T, error) {
	select {
	case <-fu.ready:
		return fu.val, fu.err
	case <-ctx.Done():
		var zero T
		return zero, ctx.Err()
	}
}

// Done reports whether the result is there.
func (fu *Future[T]) Done() bool {
	select {
	case <-fu.ready:
		return true
	default:
		return false
	}
}

// MustGet is Get without a limit, for results that cannot fail.
func (fu *Future[T]) MustGet() T {
	<-fu.ready
	if fu.err != nil {
		panic(fu.err)
	}
	return fu.val
}
