// Package iterators ranges over functions while the lock is held, and over copies.
package main

import (
	"fmt"
	"iter"
	"slices"
	"sync"
)

type queue struct {
	mu    sync.Mutex
	items []string
	seen  int
}

func (q *queue) push(s string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, s)
}

// all yields under the lock.
func (q *queue) all() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		q.mu.Lock()
		defer q.mu.Unlock()
		for i, s := range q.items {
			q.seen++
			if !yield(i, s) {
				return
			}
		}
	}
}

// copies yields from a copy.
func (q *queue) copies() iter.Seq[string] {
	q.mu.Lock()
	list := slices.Clone(q.items)
	q.mu.Unlock()
	return slices.Values(list)
}

func main() {
	q := &queue{}
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			q.push(fmt.Sprint(i))
			n := 0
			for _, s := range q.all() {
				n += len(s)
				if n > 10 {
					break
				}
			}
			for s := range q.copies() {
				n -= len(s)
			}
		})
	}
	wg.Wait()
	fmt.Println(q.seen)
}
