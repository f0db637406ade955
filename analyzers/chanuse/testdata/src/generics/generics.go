// Package main maps and merges by generic functions and iterators.
package main

import (
	"fmt"
	"iter"
)

func send[T any](items ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, item := range items {
			out <- item
		}
	}()
	return out
}

func mapped[A, B any](in <-chan A, f func(A) B) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for a := range in {
			out <- f(a)
		}
	}()
	return out
}

// all receives until the channel is closed, even when the loop ends early.
func all[T any](in <-chan T) iter.Seq[T] {
	return func(yield func(T) bool) {
		more := true
		for v := range in {
			more = more && yield(v)
		}
	}
}

type future[T any] struct{ done chan T }

func async[T any](f func() T) future[T] {
	fu := future[T]{make(chan T, 1)}
	go func() { fu.done <- f() }()
	return fu
}

func (f future[T]) await() T { return <-f.done }

func main() {
	for n := range all(mapped(send("a", "bb"), func(s string) int { return len(s) })) {
		if n == 1 {
			break
		}
	}
	fmt.Println(async(func() int { return 1 }).await())
}
