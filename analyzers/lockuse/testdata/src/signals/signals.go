// Package main has conditions whose signals cannot be lost.
package main

import (
	"fmt"
	"sync"
)

type gate struct {
	mu   sync.Mutex
	cond *sync.Cond
	open bool
}

func newGate() *gate {
	g := &gate{}
	g.cond = sync.NewCond(&g.mu)
	return g
}

func (g *gate) pass() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for !g.open {
		g.cond.Wait()
	}
}

// release changes under the lock and signals after it: that is in time.
func (g *gate) release() {
	g.mu.Lock()
	g.open = true
	g.mu.Unlock()
	g.cond.Broadcast()
}

type queue struct {
	mu    sync.Mutex
	more  *sync.Cond
	items []string
}

// wake is called with the lock held.
func (q *queue) wake() { q.more.Signal() }

func (q *queue) put(item string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, item)
	q.wake()
}

// await is called with the lock held.
func (q *queue) await() {
	for len(q.items) == 0 {
		q.more.Wait()
	}
}

func (q *queue) take() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.await()
	item := q.items[0]
	q.items = q.items[1:]
	return item
}

func main() {
	g := newGate()
	q := &queue{}
	q.more = sync.NewCond(&q.mu)
	var wg sync.WaitGroup
	wg.Go(func() {
		g.pass()
		fmt.Println(q.take())
	})
	wg.Go(func() { q.put("letter") })
	g.release()
	wg.Wait()
}
