// Package bst has a binary search tree and ways to compare trees.
package bst

import (
	"cmp"
	"iter"
)

// Tree is a sorted set. The nil tree is empty.
type Tree[T cmp.Ordered] struct {
	left, right *Tree[T]
	val         T
}

// Insert returns the tree with v in it.
func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{val: v}
	}
	switch c := cmp.Compare(v, t.val); {
	case c < 0:
		t.left = t.left.Insert(v)
	case c > 0:
		t.right = t.right.Insert(v)
	}
	return t
}

// All yields the values in order.
func (t *Tree[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) { t.push(yield) }
}

func (t *Tree[T]) push(yield func(T) bool) bool {
	if t == nil {
		return true
	}
	return t.left.push(yield) && yield(t.val) && t.right.push(yield)
}

// Equal walks over both trees in step.
func Equal[T cmp.Ordered](a, b *Tree[T]) bool {
	next, stop := iter.Pull(a.All())
	defer stop()
	for v := range b.All() {
		if w, ok := next(); !ok || v != w {
			return false
		}
	}
	_, more := next()
	return !more
}

// walk sends the values in order until done is closed.
func walk[T cmp.Ordered](t *Tree[T], done <-chan struct{}) <-chan T {
	ch := make(chan T)
	go func() {
		defer close(ch)
		for v := range t.All() {
			select {
			case ch <- v:
			case <-done:
				return
			}
		}
	}()
	return ch
}

// SameFringe is Equal done with goroutines.
func SameFringe[T cmp.Ordered](a, b *Tree[T]) bool {
	done := make(chan struct{})
	defer close(done)
	x, y := walk(a, done), walk(b, done)
	for {
		v, ok1 := <-x
		w, ok2 := <-y
		if !ok1 || !ok2 {
			return ok1 == ok2
		}
		if v != w {
			return false
		}
	}
}
