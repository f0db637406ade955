package main

import (
	"fmt"
	"sync"
)

type node struct {
	mu   sync.Mutex
	key  int
	next *node
}

// List is a sorted set of ints. Goroutines work on different parts of it at once.
type List struct {
	head node // sentinel
}

// find returns the locked node before the place of key, and the node at or
// after that place, locked too unless it is nil.
func (l *List) find(key int) (prev, cur *node) {
	prev = &l.head
	prev.mu.Lock()
	for cur = prev.next; cur != nil; cur = prev.next {
		cur.mu.Lock()
		if cur.key >= key {
			return prev, cur
		}
		prev.mu.Unlock()
		prev = cur
	}
	return prev, nil
}

func release(nodes ...*node) {
	for _, n := range nodes {
		if n != nil {
			n.mu.Unlock()
		}
	}
}

// Add puts key into the set and reports whether it was new.
func (l *List) Add(key int) bool {
	prev, cur := l.find(key)
	defer release(cur, prev)
	if cur != nil && cur.key == key {
		return false
	}
	prev.next = &node{key: key, next: cur}
	return true
}

// Remove takes key out.
func (l *List) Remove(key int) bool {
	prev, cur := l.find(key)
	defer release(cur, prev)
	if cur == nil || cur.key != key {
		return false
	}
	prev.next = cur.next
	return true
}

// Len counts the members.
func (l *List) Len() (n int) {
	p := &l.head
	p.mu.Lock()
	for p.next != nil {
		q := p.next
		q.mu.Lock()
		p.mu.Unlock()
		p = q
		n++
	}
	p.mu.Unlock()
	return n
}

func main() {
	var l List
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 40 {
				l.Add(i*4 + w)
			}
			for i := range 20 {
				l.Remove(i*8 + w)
			}
			l.Len()
		})
	}
	wg.Wait()
	fmt.Println(l.Len(), "left")
}
