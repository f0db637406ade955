// Package promise runs functions in the background and collects what they
// return.
package promise

import (
	"errors"
	"time"
)

// ErrTimeout is returned by Await when the value did not come in time.
var ErrTimeout = errors.New("promise: timeout")

type outcome[T any] struct {
	value T
	err   error
}

// Promise stands for a value that is being computed. It is to be awaited
// by one goroutine only.
type Promise[T any] struct {
	ready   chan outcome[T]
	settled *outcome[T]
}

// Go starts f and returns at once.
func Go[T any](f func() (T, error)) *Promise[T] {
	p := &Promise[T]{ready: make(chan outcome[T])} // BUG: goroutine-leak
	go func() {
		v, err := f()
		p.ready <- outcome[T]{v, err} // BUG: goroutine-leak
	}()
	return p
}

// Await returns the value, waiting for it no longer than d.
func (p *Promise[T]) Await(d time.Duration) (T, error) {
	if p.settled == nil {
		t := time.NewTimer(d)
		defer t.Stop()
		select {
		case o := <-p.ready:
			p.settled = &o
		case <-t.C:
			var zero T
			return zero, ErrTimeout // BUG: goroutine-leak
		}
	}
	return p.settled.value, p.settled.err
}

// Or returns the value, or fallback if it fails or takes longer than d.
func (p *Promise[T]) Or(fallback T, d time.Duration) T {
	v, err := p.Await(d)
	if err != nil {
		return fallback
	}
	return v
}

// Collect awaits several promises within one time limit.
func Collect[T any](d time.Duration, ps ...*Promise[T]) ([]T, error) {
	end := time.Now().Add(d)
	out := make([]T, 0, len(ps))
	for _, p := range ps {
		v, err := p.Await(time.Until(end))
		if err != nil {
			return out, err // BUG: goroutine-leak
		}
		out = append(out, v)
	}
	return out, nil
}
