// Package handoverhand couples locks downwards in a tree, and lets methods decide the order.
package handoverhand

import "sync"

type node struct {
	mu          sync.Mutex
	left, right *node
	key, val    int
}

type Tree struct {
	mu   sync.Mutex
	root *node
}

// Insert couples locks downwards.
func (t *Tree) Insert(key, val int) {
	t.mu.Lock()
	if t.root == nil {
		t.root = &node{key: key, val: val}
		t.mu.Unlock()
		return
	}
	n := t.root
	n.mu.Lock()
	t.mu.Unlock()
	for {
		next := &n.left
		if key > n.key {
			next = &n.right
		}
		if key == n.key {
			n.val = val
			n.mu.Unlock()
			return
		}
		if *next == nil {
			*next = &node{key: key, val: val}
			n.mu.Unlock()
			return
		}
		child := *next
		child.mu.Lock()
		n.mu.Unlock()
		n = child
	}
}

func (t *Tree) Get(key int) (int, bool) {
	t.mu.Lock()
	n := t.root
	if n == nil {
		t.mu.Unlock()
		return 0, false
	}
	n.mu.Lock()
	t.mu.Unlock()
	for n != nil {
		if n.key == key {
			v := n.val
			n.mu.Unlock()
			return v, true
		}
		child := n.left
		if key > n.key {
			child = n.right
		}
		if child != nil {
			child.mu.Lock()
		}
		n.mu.Unlock()
		n = child
	}
	return 0, false
}

type item struct {
	mu  sync.Mutex
	id  int
	qty int
}

func (i *item) Less(o *item) bool { return i.id < o.id }

func Swap(a, b *item) {
	if a == b {
		return
	}
	if b.Less(a) {
		Swap(b, a)
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	a.qty, b.qty = b.qty, a.qty
}

func (i *item) ID() int { return i.id }

func Move(a, b *item) {
	x, y := a, b
	if x.ID() > y.ID() {
		x, y = y, x
	}
	for _, l := range []*sync.Mutex{&x.mu, &y.mu} {
		l.Lock()
		defer l.Unlock()
	}
	a.qty--
	b.qty++
}
