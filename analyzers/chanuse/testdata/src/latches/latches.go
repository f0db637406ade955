// Package main wakes waiters by closing a channel, and has a ring with two semaphores.
package main

import (
	"fmt"
	"sync"
)

// broadcast by closing and replacing a channel under the lock
type latch struct {
	mu  sync.Mutex
	ch  chan struct{}
	val int
}

func newLatch() *latch { return &latch{ch: make(chan struct{})} }

func (l *latch) set(v int) {
	l.mu.Lock()
	l.val = v
	close(l.ch)
	l.ch = make(chan struct{})
	l.mu.Unlock()
}

func (l *latch) wait(after int) int {
	for {
		l.mu.Lock()
		v, ch := l.val, l.ch
		l.mu.Unlock()
		if v > after {
			return v
		}
		<-ch
	}
}

// ring with two semaphores
type ring struct {
	free, used chan struct{}
	mu         sync.Mutex
	buf        [2]int
	r, w       int
}

func newRing() *ring {
	q := &ring{free: make(chan struct{}, 2), used: make(chan struct{}, 2)}
	q.free <- struct{}{}
	q.free <- struct{}{}
	return q
}

func (q *ring) put(v int) {
	<-q.free
	q.mu.Lock()
	q.buf[q.w%2] = v
	q.w++
	q.mu.Unlock()
	q.used <- struct{}{}
}

func (q *ring) get() int {
	<-q.used
	q.mu.Lock()
	v := q.buf[q.r%2]
	q.r++
	q.mu.Unlock()
	q.free <- struct{}{}
	return v
}

func main() {
	l := newLatch()
	done := make(chan int)
	go func() { done <- l.wait(0) }()
	l.set(1)
	fmt.Println(<-done)
	q := newRing()
	go func() {
		for i := range 3 {
			q.put(i)
		}
	}()
	for range 3 {
		fmt.Println(q.get())
	}
}
