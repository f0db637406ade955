// Package main puts items into a queue and tells nobody.
package main

import (
	"fmt"
	"sync"
)

type queue struct {
	mu    sync.Mutex
	more  *sync.Cond
	items []string
}

func newQueue() *queue {
	q := &queue{}
	q.more = sync.NewCond(&q.mu)
	return q
}

func (q *queue) put(item string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, item)
}

func (q *queue) take() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.more.Wait() // want `this Wait never ends, because nobody signals \(cond-never-signalled\)`
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item
}

func main() {
	q := newQueue()
	done := make(chan struct{})
	go func() {
		defer close(done)
		fmt.Println(q.take())
	}()
	q.put("letter")
	<-done
}
