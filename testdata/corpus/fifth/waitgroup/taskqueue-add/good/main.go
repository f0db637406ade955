package main

import (
	"container/heap"
	"fmt"
	"sync"
)

type task struct {
	prio int
	name string
	run  func() string
}

type tasks []task

func (t tasks) Len() int           { return len(t) }
func (t tasks) Less(i, j int) bool { return t[i].prio > t[j].prio }
func (t tasks) Swap(i, j int)      { t[i], t[j] = t[j], t[i] }
func (t *tasks) Push(x any)        { *t = append(*t, x.(task)) }
func (t *tasks) Pop() any {
	o := *t
	x := o[len(o)-1]
	*t = o[:len(o)-1]
	return x
}

type queue struct {
	heap tasks
	wg   sync.WaitGroup

	mu  sync.Mutex
	log []string
}

func (q *queue) submit(prio int, name string, run func() string) {
	heap.Push(&q.heap, task{prio, name, run})
}

func (q *queue) begin() func() {
	return q.wg.Done
}

func (q *queue) exec(t task) {
	end := q.begin()
	defer end()
	res := t.run()
	q.mu.Lock()
	defer q.mu.Unlock()
	q.log = append(q.log, t.name+": "+res)
}

// drain starts all tasks by priority and waits for them.
func (q *queue) drain() int {
	for q.heap.Len() > 0 {
		t := heap.Pop(&q.heap).(task)
		q.wg.Add(1)
		go q.exec(t)
	}
	q.wg.Wait()
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.log)
}

func main() {
	q := &queue{}
	for i, n := range []string{"mow", "wash", "cook", "iron"} {
		q.submit(i*7%4, n, func() string { return fmt.Sprint(n, "ed") })
	}
	fmt.Println(q.drain(), "tasks done")
}
