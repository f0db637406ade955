// Package sorted is a list whose nodes have locks of their own.
package sorted

import "sync"

type node struct {
	mu   sync.Mutex
	val  int
	next *node
}

// List holds numbers in order, each once.
type List struct {
	head node
}

// find returns the last node below v and its successor, both locked.
func (l *List) find(v int) (prev, cur *node) {
	prev = &l.head
	prev.mu.Lock()
	cur = prev.next
	for cur != nil {
		cur.mu.Lock()
		if cur.val >= v {
			return prev, cur
		}
		prev.mu.Unlock()
		prev, cur = cur, cur.next
	}
	return prev, nil
}

func release(prev, cur *node) {
	if cur != nil {
		cur.mu.Unlock()
	}
	prev.mu.Unlock()
}

// Insert adds v; it is false if the list has it.
func (l *List) Insert(v int) bool {
	prev, cur := l.find(v)
	defer release(prev, cur)
	if cur != nil && cur.val == v {
		return false
	}
	prev.next = &node{val: v, next: cur}
	return true
}

// Remove drops v.
func (l *List) Remove(v int) bool {
	prev, cur := l.find(v)
	defer release(prev, cur)
	if cur == nil || cur.val != v {
		return false
	}
	prev.next = cur.next
	return true
}

// Values lists all numbers.
func (l *List) Values() []int {
	var out []int
	n := &l.head
	n.mu.Lock()
	for n.next != nil {
		next := n.next
		next.mu.Lock()
		n.mu.Unlock()
		n = next
		out = append(out, n.val)
	}
	n.mu.Unlock()
	return out
}
