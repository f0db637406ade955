// Package waitsonce waits for its condition under an if.
package waitsonce

import "sync"

type Queue struct {
	mu    sync.Mutex
	more  *sync.Cond
	items []string
}

func NewQueue() *Queue {
	q := &Queue{}
	q.more = sync.NewCond(&q.mu)
	return q
}

func (q *Queue) Put(item string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, item)
	q.more.Signal()
}

func (q *Queue) Take() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 {
		q.more.Wait() // want `stale condition: Take waits once, under an if; .*it must be checked in a loop \(cond-wait-without-loop\)`
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item
}
