// Package main has a generic queue that is too small.
package main

import "fmt"

type queue[T any] struct{ ch chan T }

func newQueue[T any](size int) *queue[T] { return &queue[T]{make(chan T, size)} }

func (q *queue[T]) put(v T) {
	q.ch <- v // want `^deadlock: .* waits for ever.*\(send-without-receiver\)`
}

func main() {
	q := newQueue[string](1)
	q.put("one")
	q.put("two")
	fmt.Println(len(q.ch))
}
