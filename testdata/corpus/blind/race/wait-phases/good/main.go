package main

import (
	"fmt"
	"sync"
)

type tree struct {
	left, right *tree
	val         int
	depth       int
	size        int
}

func build(n int) *tree {
	if n == 0 {
		return nil
	}
	return &tree{left: build(n / 2), right: build(n - 1 - n/2), val: n}
}

var wg sync.WaitGroup

// setDepth spawns a task per child.
func setDepth(t *tree, d int) {
	defer wg.Done()
	t.depth = d
	for _, c := range []*tree{t.left, t.right} {
		if c != nil {
			wg.Add(1)
			go setDepth(c, d+1)
		}
	}
}

func (t *tree) measure() int {
	if t == nil {
		return 0
	}
	t.size = 1 + t.left.measure() + t.right.measure()
	return t.size
}

func (t *tree) deepest() int {
	if t == nil {
		return 0
	}
	return max(t.depth, t.left.deepest(), t.right.deepest())
}

func main() {
	root := build(40)

	wg.Add(1)
	go setDepth(root, 0)
	wg.Wait()
	fmt.Println("depth", root.deepest())

	root.val = 0
	wg.Add(2)
	go func() { defer wg.Done(); root.left.measure() }()
	go func() { defer wg.Done(); root.right.measure() }()
	wg.Wait()
	root.size = 1 + root.left.size + root.right.size
	fmt.Println("size", root.size)
}
