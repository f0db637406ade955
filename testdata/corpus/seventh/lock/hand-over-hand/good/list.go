// Package hoh is a sorted list with a lock in every node.
package hoh

import (
	"cmp"
	"sync"
)

type node[K cmp.Ordered] struct {
	mu   sync.Mutex
	key  K
	next *node[K]
}

// List is a set of keys. It always starts with a node without key.
type List[K cmp.Ordered] struct {
	head node[K]
}

// find returns the last node before key, locked.
func (l *List[K]) find(key K) *node[K] {
	at := &l.head
	at.mu.Lock()
	for at.next != nil && at.next.key < key {
		next := at.next
		next.mu.Lock()
		at.mu.Unlock()
		at = next
	}
	return at
}

// Insert adds a key and reports whether it is new.
func (l *List[K]) Insert(key K) bool {
	at := l.find(key)
	defer at.mu.Unlock()
	if at.next != nil && at.next.key == key {
		return false
	}
	at.next = &node[K]{key: key, next: at.next}
	return true
}

// Delete removes a key and reports whether it was there.
func (l *List[K]) Delete(key K) bool {
	at := l.find(key)
	defer at.mu.Unlock()
	victim := at.next
	if victim == nil || victim.key != key {
		return false
	}
	victim.mu.Lock() // wait for those who are still on it
	at.next = victim.next
	victim.mu.Unlock()
	return true
}

// Keys lists all keys in order.
func (l *List[K]) Keys() []K {
	var out []K
	at := &l.head
	at.mu.Lock()
	for at.next != nil {
		next := at.next
		next.mu.Lock()
		at.mu.Unlock()
		at = next
		out = append(out, at.key)
	}
	at.mu.Unlock()
	return out
}
