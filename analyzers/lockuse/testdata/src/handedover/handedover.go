// Package main takes locks in one place and releases them in another.
package main

import (
	"fmt"
	"sync"
)

// A turn is a lock that one goroutine takes and the other one releases: that is
// allowed, a mutex belongs to nobody.
type turn struct{ mu sync.Mutex }

func (t *turn) begin() { t.mu.Lock() }
func (t *turn) end()   { t.mu.Unlock() }

type node struct {
	mu    sync.Mutex
	value int
	next  *node
}

// sum takes the next lock before it releases the one it holds.
func sum(n *node) int {
	total := 0
	n.mu.Lock()
	for n != nil {
		total += n.value
		next := n.next
		if next != nil {
			next.mu.Lock()
		}
		n.mu.Unlock()
		n = next
	}
	return total
}

func main() {
	var t turn
	t.begin()
	go func() {
		fmt.Println("first")
		t.end()
	}()
	t.begin()
	fmt.Println("second")
	t.end()

	list := &node{value: 1, next: &node{value: 2}}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { fmt.Println(sum(list)) })
	}
	wg.Wait()
}
