// Package plainobjects keeps objects of the standard library, which goroutines must not use at
// the same time, under locks, and forgets them in places.
package plainobjects

import (
	"bytes"
	"container/list"
	"math/rand"
	"strings"
	"sync"
)

type Cache struct {
	mu    sync.RWMutex
	order *list.List
	items map[string]*list.Element
}

func NewCache() *Cache { return &Cache{order: list.New(), items: make(map[string]*list.Element)} }

func (c *Cache) Get(key string) any {
	c.mu.RLock()
	defer c.mu.RUnlock()
	e, ok := c.items[key]
	if !ok {
		return nil
	}
	c.touch(e)
	return e.Value
}

func (c *Cache) touch(e *list.Element) {
	c.order.MoveToFront(e) // want `likely data race: touch writes c.order under a read lock, while another call of touch writes it: a read lock lets others read at the same time \(write-under-rlock\)`
}

func (c *Cache) Put(key string, v any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[key] = c.order.PushFront(v)
}

func (c *Cache) Len() int {
	return c.order.Len() // want `likely data race: Len reads c.order without c.mu, which Put holds when it writes c.order \(unlocked-field\)`
}

type Log struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *Log) Add(s string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text.WriteString(s)
}

func (l *Log) String() string {
	return l.text.String() // want `likely data race: String reads l.text without l.mu, which Add holds when it writes l.text \(unlocked-field\)`
}

// Oldest only looks.
type Queue struct {
	mu    sync.RWMutex
	order *list.List
}

func NewQueue() *Queue { return &Queue{order: list.New()} }

func (q *Queue) Oldest() any {
	q.mu.RLock()
	defer q.mu.RUnlock()
	if e := q.order.Front(); e != nil {
		return e.Value
	}
	return nil
}

func (q *Queue) Push(v any) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.order.PushBack(v)
}

// Dice has a lock for its source, and one goroutine's buffer needs none.
type Dice struct {
	mu     sync.Mutex
	source *rand.Rand
}

func NewDice() *Dice {
	d := &Dice{source: rand.New(rand.NewSource(1))}
	d.source.Seed(2)
	return d
}

func (d *Dice) Roll() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.source.Intn(6)
}

type Frame struct {
	mu   sync.Mutex
	buf  bytes.Buffer
	sent int
}

func (f *Frame) send(s string, to func([]byte)) {
	var buf bytes.Buffer
	buf.WriteString(s)
	to(buf.Bytes())
	f.mu.Lock()
	f.sent++
	f.mu.Unlock()
}

func (f *Frame) flushLocked(to func([]byte)) {
	to(f.buf.Bytes())
	f.buf.Reset()
}

func (f *Frame) Write(s string, to func([]byte)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.buf.WriteString(s)
	if f.buf.Len() > 100 {
		f.flushLocked(to)
	}
}
