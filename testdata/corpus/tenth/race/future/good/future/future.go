// Package future holds values that come later.
package future

import (
	"errors"
	"fmt"
	"sync"
)

// ErrDropped is the result of a future that nobody fulfilled.
var ErrDropped = errors.New("future: dropped")

// Future is a value that comes later.
type Future[T any] struct {
	once sync.Once
	done chan struct{}
	val  T
	err  error
}

// New makes an open Future.
func New[T any]() *Future[T] {
	return &Future[T]{done: make(chan struct{})}
}

// Go runs fn and returns its future result.
func Go[T any](fn func() (T, error)) *Future[T] {
	f := New[T]()
	go func() {
		defer f.fail(ErrDropped)
		f.complete(fn())
	}()
	return f
}

func (f *Future[T]) complete(v T, err error) {
	f.once.Do(func() {
		f.val, f.err = v, err
		close(f.done)
	})
}

func (f *Future[T]) fail(err error) {
	var zero T
	f.complete(zero, err)
}

// Wait blocks for the result.
func (f *Future[T]) Wait() (T, error) {
	<-f.done
	return f.val, f.err
}

// Peek is the result if it is there.
func (f *Future[T]) Peek() (v T, ok bool) {
	select {
	case <-f.done:
		return f.val, f.err == nil
	default:
		return v, false
	}
}

// Then runs fn on the result of f.
func Then[T, U any](f *Future[T], fn func(T) (U, error)) *Future[U] {
	return Go(func() (u U, err error) {
		v, err := f.Wait()
		if err != nil {
			return u, fmt.Errorf("then: %w", err)
		}
		return fn(v)
	})
}
