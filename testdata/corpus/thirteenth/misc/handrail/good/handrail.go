// Package handrail is a sorted list that many goroutines can walk at once.
package handrail

import (
	"cmp"
	"sync"
)

type node[T cmp.Ordered] struct {
	mu   sync.Mutex
	val  T
	next *node[T]
}

// List is sorted and has no duplicates.
type List[T cmp.Ordered] struct {
	head node[T] // sentinel
}

// seek returns the last node before v, locked.
func (l *List[T]) seek(v T) *node[T] {
	cur := &l.head
	cur.mu.Lock()
	for cur.next != nil {
		next := cur.next
		next.mu.Lock()
		if next.val >= v {
			next.mu.Unlock()
			return cur
		}
		cur.mu.Unlock()
		cur = next
	}
	return cur
}

// Insert adds v and reports whether it was missing.
func (l *List[T]) Insert(v T) bool {
	prev := l.seek(v)
	defer prev.mu.Unlock()
	if prev.next != nil && prev.next.val == v {
		return false
	}
	prev.next = &node[T]{val: v, next: prev.next}
	return true
}

// Delete removes v and reports whether it was there.
func (l *List[T]) Delete(v T) bool {
	prev := l.seek(v)
	defer prev.mu.Unlock()
	victim := prev.next
	if victim == nil || victim.val != v {
		return false
	}
	victim.mu.Lock()
	defer victim.mu.Unlock()
	prev.next = victim.next
	return true
}

// Len counts the values.
func (l *List[T]) Len() int {
	n := 0
	cur := &l.head
	cur.mu.Lock()
	for cur.next != nil {
		next := cur.next
		next.mu.Lock()
		cur.mu.Unlock()
		cur = next
		n++
	}
	cur.mu.Unlock()
	return n
}
