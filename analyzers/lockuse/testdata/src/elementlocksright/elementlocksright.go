// Package elementlocksright locks elements, and gives all of them back or hands them on.
package elementlocksright

import "sync"

type node struct {
	mu   sync.Mutex
	next *node
	key  int
	used bool
}

type list struct{ head *node }

// hand over hand
func (l *list) find(key int) bool {
	prev := l.head
	prev.mu.Lock()
	for cur := prev.next; cur != nil; cur = cur.next {
		cur.mu.Lock()
		prev.mu.Unlock()
		if cur.key == key {
			cur.mu.Unlock()
			return true
		}
		prev = cur
	}
	prev.mu.Unlock()
	return false
}

// returned locked
func pick(ns []*node) *node {
	for _, n := range ns {
		n.mu.Lock()
		if !n.used {
			return n
		}
		n.mu.Unlock()
	}
	return nil
}

type pool struct{ cur *node }

// kept locked
func (p *pool) take(ns []*node) bool {
	for _, n := range ns {
		n.mu.Lock()
		if !n.used {
			p.cur = n
			return true
		}
		n.mu.Unlock()
	}
	return false
}

// index returned
func takeIndex(ns []*node) int {
	for i, n := range ns {
		n.mu.Lock()
		if !n.used {
			return i
		}
		n.mu.Unlock()
	}
	return -1
}
func release(ns []*node, i int) { ns[i].mu.Unlock() }
func byTry(ns []*node) int {
	for i, n := range ns {
		if !n.mu.TryLock() {
			continue
		}
		if !n.used {
			return i
		}
		n.mu.Unlock()
	}
	return -1
}
func ok(ns map[string]*node) int {
	s := 0
	for _, n := range ns {
		n.mu.Lock()
		if n.used {
			n.mu.Unlock()
			return 0
		}
		s += n.key
		n.mu.Unlock()
	}
	return s
}
func all(ns []*node) {
	for _, n := range ns {
		n.mu.Lock()
	}
	for _, n := range ns {
		n.mu.Unlock()
	}
}
