// Package fresh locks an object that nobody else has yet beside one that others have.
package fresh

import "sync"

type Tree struct {
	mu       sync.Mutex
	children []*Tree
	size     int
}

func (t *Tree) Clone() *Tree {
	c := &Tree{}
	t.mu.Lock()
	defer t.mu.Unlock()
	c.mu.Lock()
	c.size = t.size
	c.children = append(c.children, t.children...)
	c.mu.Unlock()
	return c
}

func (t *Tree) Grow() *Tree {
	c := &Tree{size: 1}
	c.mu.Lock()
	defer c.mu.Unlock()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.children = append(t.children, c)
	t.size++
	return c
}
