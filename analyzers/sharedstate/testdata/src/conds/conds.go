// Package conds has queues with sync.Cond.
package main

import (
	"fmt"
	"sync"
)

type queue struct {
	mu     sync.Mutex
	filled *sync.Cond
	items  []int
	closed bool
}

func newQueue() *queue {
	q := &queue{}
	q.filled = sync.NewCond(&q.mu)
	return q
}

func (q *queue) put(n int) {
	q.mu.Lock()
	q.items = append(q.items, n)
	q.mu.Unlock()
	q.filled.Signal()
}

func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.filled.Broadcast()
}

func (q *queue) get() (int, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.filled.Wait()
	}
	if len(q.items) == 0 {
		return 0, false
	}
	n := q.items[0]
	q.items = q.items[1:]
	return n, true
}

func main() {
	q := newQueue()
	done := make(chan int)
	go func() {
		sum := 0
		for {
			n, ok := q.get()
			if !ok {
				break
			}
			sum += n
		}
		done <- sum
	}()
	q.put(1)
	q.put(2)
	q.close()
	fmt.Println(<-done)
}
