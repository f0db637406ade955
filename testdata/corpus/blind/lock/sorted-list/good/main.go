package main

import (
	"fmt"
	"sync"
)

type node struct {
	mu   sync.Mutex
	val  int
	next *node
}

// list is sorted; each node guards its own next field.
type list struct{ head node }

func (l *list) insert(v int) bool {
	prev := &l.head
	prev.mu.Lock()
	for prev.next != nil {
		cur := prev.next
		cur.mu.Lock()
		if cur.val == v {
			cur.mu.Unlock()
			prev.mu.Unlock()
			return false
		}
		if cur.val > v {
			prev.next = &node{val: v, next: cur}
			cur.mu.Unlock()
			prev.mu.Unlock()
			return true
		}
		prev.mu.Unlock()
		prev = cur
	}
	prev.next = &node{val: v}
	prev.mu.Unlock()
	return true
}

func (l *list) remove(v int) bool {
	prev := &l.head
	prev.mu.Lock()
	for cur := prev.next; cur != nil; cur = prev.next {
		cur.mu.Lock()
		if cur.val == v {
			prev.next = cur.next
			cur.mu.Unlock()
			prev.mu.Unlock()
			return true
		}
		prev.mu.Unlock()
		prev = cur
	}
	prev.mu.Unlock()
	return false
}

func (l *list) values() (vs []int) {
	l.head.mu.Lock()
	n := &l.head
	for n.next != nil {
		next := n.next
		next.mu.Lock()
		n.mu.Unlock()
		n = next
		vs = append(vs, n.val)
	}
	n.mu.Unlock()
	return vs
}

func main() {
	var l list
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() { l.insert(i * 7 % 10) })
		wg.Go(func() { l.values() })
	}
	wg.Wait()
	for i := range 5 {
		wg.Go(func() { l.remove(i * 2) })
	}
	wg.Wait()
	fmt.Println(l.values())
}
