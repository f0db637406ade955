package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type node struct {
	bytes int64
	kids  []*node
}

func grow(depth, width int) *node {
	n := &node{bytes: int64(depth*10 + width)}
	if depth > 0 {
		for range width {
			n.kids = append(n.kids, grow(depth-1, width))
		}
	}
	return n
}

func (n *node) sum() int64 {
	total := n.bytes
	for _, k := range n.kids {
		total += k.sum()
	}
	return total
}

type walker struct {
	pending sync.WaitGroup
	slots   chan struct{}
	bytes   atomic.Int64
}

func (w *walker) walk(n *node) {
	defer w.pending.Done()
	w.bytes.Add(n.bytes)
	for _, k := range n.kids {
		w.pending.Add(1)
		select {
		case w.slots <- struct{}{}:
			go func() {
				defer func() { <-w.slots }()
				w.walk(k)
			}()
		default:
			w.walk(k)
		}
	}
}

func size(root *node, hands int) int64 {
	w := &walker{slots: make(chan struct{}, hands)}
	w.pending.Add(1)
	go w.walk(root)
	w.pending.Wait()
	return w.bytes.Load()
}

func main() {
	root := grow(4, 4)
	got, want := size(root, 3), root.sum()
	if got != want {
		panic(fmt.Sprintf("%d instead of %d", got, want))
	}
	fmt.Println(got)
}
