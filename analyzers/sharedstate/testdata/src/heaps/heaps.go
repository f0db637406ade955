// Package heaps has types that container/heap and sort use under the lock of another one.
package heaps

import (
	"container/heap"
	"sync"
)

type item struct {
	key  string
	rank int
}

type data struct {
	items map[string]*item
	queue []string
	rank  func(*item) int
}

func (d *data) Len() int           { return len(d.queue) }
func (d *data) Less(i, j int) bool { return d.items[d.queue[i]].rank < d.items[d.queue[j]].rank }
func (d *data) Swap(i, j int)      { d.queue[i], d.queue[j] = d.queue[j], d.queue[i] }

func (d *data) Push(v any) {
	i := v.(*item)
	d.items[i.key] = i
	d.queue = append(d.queue, i.key)
}

func (d *data) Pop() any {
	last := len(d.queue) - 1
	key := d.queue[last]
	d.queue = d.queue[:last]
	return d.items[key]
}

type Queue struct {
	mu   sync.Mutex
	data *data
}

func NewQueue() *Queue { return &Queue{data: &data{items: make(map[string]*item)}} }

func (q *Queue) Add(key string, rank int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if i, ok := q.data.items[key]; ok {
		i.rank = rank
		heap.Init(q.data)
		return
	}
	heap.Push(q.data, &item{key, rank})
}

func (q *Queue) Next() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	return heap.Pop(q.data).(*item).key
}

// A handle is a pointer with a name of its own.
type handle *Queue

func size(h handle) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.data.queue)
}

func Size(q *Queue) int { return size(q) }
