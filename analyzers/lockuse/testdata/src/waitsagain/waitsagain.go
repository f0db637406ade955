// Package main looks again after each Wait, or need not.
package main

import (
	"fmt"
	"sync"
)

type queue struct {
	mu     sync.Mutex
	more   *sync.Cond
	items  []string
	closed bool
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
	q.more.Signal()
}

// take has its if inside of a loop.
func (q *queue) take() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	for {
		if len(q.items) == 0 {
			q.more.Wait()
			continue
		}
		item := q.items[0]
		q.items = q.items[1:]
		return item
	}
}

// try waits once and then looks again.
func (q *queue) try() (string, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 && !q.closed {
		q.more.Wait()
	}
	if len(q.items) == 0 {
		return "", false
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item, true
}

func (q *queue) close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.more.Broadcast()
}

// A latch is opened once and stays open.
type latch struct {
	mu   sync.Mutex
	cond *sync.Cond
	open bool
}

func (l *latch) wait() {
	l.mu.Lock()
	if !l.open {
		l.cond.Wait()
	}
	l.mu.Unlock()
}

func (l *latch) release() {
	l.mu.Lock()
	l.open = true
	l.mu.Unlock()
	l.cond.Broadcast()
}

func main() {
	q := newQueue()
	l := &latch{}
	l.cond = sync.NewCond(&l.mu)
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println(q.take()) })
	wg.Go(func() { fmt.Println(q.try()) })
	wg.Go(l.wait)
	q.put("a")
	q.put("b")
	q.close()
	l.release()
	wg.Wait()
}
