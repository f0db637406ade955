// Package keepersright has objects without a lock that others keep under theirs, each used by
// one goroutine at a time.
package keepersright

import (
	"sync"
	"sync/atomic"
	"time"
)

// A Task belongs to whoever makes it until it is submitted, and to the worker that takes it.
type Task struct {
	Name     string
	priority int
	tries    int
	started  time.Time
}

// SetPriority is called before the task is submitted.
func (t *Task) SetPriority(p int) { t.priority = p }

type Queue struct {
	mu    sync.Mutex
	tasks map[string]*Task
}

// Submit notes when, and only then gives the task away.
func (q *Queue) Submit(t *Task) {
	t.started = time.Now()
	q.mu.Lock()
	defer q.mu.Unlock()
	q.tasks[t.Name] = t
}

func (q *Queue) Oldest() (oldest time.Time) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, t := range q.tasks {
		if oldest.IsZero() || t.started.Before(oldest) {
			oldest = t.started
		}
	}
	return oldest
}

func (q *Queue) Highest() (highest int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, t := range q.tasks {
		highest = max(highest, t.priority)
	}
	return highest
}

func (q *Queue) take(name string) *Task {
	q.mu.Lock()
	defer q.mu.Unlock()
	t := q.tasks[name]
	delete(q.tasks, name)
	return t
}

// Run has the task to itself once it is out of the map.
func (q *Queue) Run(name string, work func() bool) {
	t := q.take(name)
	for t != nil && !work() {
		t.tries++
	}
}

func (q *Queue) Tries() (n int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, t := range q.tasks {
		n += t.tries
	}
	return n
}

// A Counter synchronises itself.
type Counter struct{ hits atomic.Int64 }

type Counters struct {
	mu   sync.Mutex
	list []*Counter
}

func (c *Counter) Hit() { c.hits.Add(1) }

func (c *Counters) Sum() (n int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, counter := range c.list {
		n += counter.hits.Load()
	}
	return n
}

// An Account is changed by its bank alone, which has the lock.
type Account struct{ cents int }

func (a *Account) add(cents int) { a.cents += cents }

type Bank struct {
	mu       sync.Mutex
	accounts map[string]*Account
}

func (b *Bank) Pay(name string, cents int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.accounts[name].add(cents)
}

func (b *Bank) Total() (n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, a := range b.accounts {
		n += a.cents
	}
	return n
}

// closeLocked is called with b.mu held.
func (b *Bank) closeLocked(name string) { b.accounts[name].cents = 0 }

func (b *Bank) Close(name string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closeLocked(name)
}

// A Node is used by its tree without the lock only while nobody else has the tree.
type Node struct{ count int }

type Tree struct {
	mu    sync.Mutex
	nodes []*Node
}

func NewTree(n int) *Tree {
	t := &Tree{}
	for range n {
		node := &Node{}
		node.count = 1
		t.nodes = append(t.nodes, node)
	}
	return t
}

func (t *Tree) Count(i int) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.nodes[i].count++
	return t.nodes[i].count
}
