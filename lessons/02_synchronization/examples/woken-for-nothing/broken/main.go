// Two consumers wait for letters, one comes, and both are woken.
package main

import (
	"fmt"
	"sync"
)

type Queue struct {
	mu    sync.Mutex // guards items
	more  *sync.Cond // an item has come
	items []string
}

func (q *Queue) Put(item string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, item)
	q.more.Broadcast()
}

func (q *Queue) Take() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 {
		waiting.Done()
		q.more.Wait()
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item
}

var waiting sync.WaitGroup // only to make the bad order happen each time: both wait before anything comes

func main() {
	q := new(Queue)
	q.more = sync.NewCond(&q.mu)
	waiting.Add(2)
	var consumers sync.WaitGroup
	for range 2 {
		consumers.Go(func() { fmt.Println("got", q.Take()) })
	}
	waiting.Wait()
	q.Put("a letter")
	consumers.Wait()
}
