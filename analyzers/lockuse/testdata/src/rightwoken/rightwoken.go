// Package rightwoken has goroutines of several kinds wait, and the right ones go on.
package rightwoken

import "sync"

// A Buffer has a condition variable for each kind.
type Buffer struct {
	mu                sync.Mutex
	notFull, notEmpty *sync.Cond
	items             []int
	size              int
}

func NewBuffer(size int) *Buffer {
	b := &Buffer{size: size}
	b.notFull, b.notEmpty = sync.NewCond(&b.mu), sync.NewCond(&b.mu)
	return b
}

func (b *Buffer) Put(item int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == b.size {
		b.notFull.Wait()
	}
	b.items = append(b.items, item)
	b.notEmpty.Signal()
}

func (b *Buffer) Take() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 {
		b.notEmpty.Wait()
	}
	item := b.items[0]
	b.items = b.items[1:]
	b.notFull.Signal()
	return item
}

// A Shared buffer wakes all.
type Shared struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []int
}

func (b *Shared) Put(item int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) >= 8 {
		b.cond.Wait()
	}
	b.items = append(b.items, item)
	b.tell()
}

func (b *Shared) Take() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 {
		b.cond.Wait()
	}
	item := b.items[0]
	b.items = b.items[1:]
	b.tell()
	return item
}

func (b *Shared) tell() { b.cond.Broadcast() }

// In a Relay those who are woken in vain wake the next.
type Relay struct {
	mu   sync.Mutex
	cond *sync.Cond
	full bool
	v    int
}

func (r *Relay) Put(v int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.full {
		r.cond.Wait()
		if r.full {
			r.cond.Signal()
		}
	}
	r.v, r.full = v, true
	r.cond.Signal()
}

func (r *Relay) Take() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	for !r.full {
		r.cond.Wait()
		if !r.full {
			r.cond.Signal()
		}
	}
	r.full = false
	r.cond.Signal()
	return r.v
}

// A Queue has two loops that wait for the same.
type Queue struct {
	mu     sync.Mutex
	cond   *sync.Cond
	items  []int
	closed bool
}

func (q *Queue) Put(item int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, item)
	q.cond.Signal()
}

func (q *Queue) Take() (int, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.cond.Wait()
	}
	if q.closed {
		return 0, false
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item, true
}

func (q *Queue) TakeAll() []int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) < 1 {
		if q.closed {
			return nil
		}
		q.cond.Wait()
	}
	all := q.items
	q.items = nil
	return all
}

func (q *Queue) Close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.cond.Broadcast()
}

// A slot has one goroutine of each kind, of which one at most waits.
type slot struct {
	mu   sync.Mutex
	cond *sync.Cond
	full bool
	v    int
}

func (s *slot) fill(n int) {
	for i := range n {
		s.mu.Lock()
		for s.full {
			s.cond.Wait()
		}
		s.v, s.full = i, true
		s.cond.Signal()
		s.mu.Unlock()
	}
}

func (s *slot) empty(n int) {
	for range n {
		s.mu.Lock()
		for !s.full {
			s.cond.Wait()
		}
		println(s.v)
		s.full = false
		s.cond.Signal()
		s.mu.Unlock()
	}
}

func run() {
	s := &slot{}
	s.cond = sync.NewCond(&s.mu)
	go s.fill(10)
	s.empty(10)
}

// Several pairs have a slot each.
func pairs() {
	for range 3 {
		s := &slot{}
		s.cond = sync.NewCond(&s.mu)
		go s.fill(10)
		go s.empty(10)
	}
}

// A Counted buffer wakes one where it knows that only one kind sleeps.
type Counted struct {
	mu      sync.Mutex
	cond    *sync.Cond
	n       int
	putters int
	takers  int
}

func (c *Counted) Put() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.n == 4 {
		c.putters++
		c.cond.Wait()
		c.putters--
	}
	c.n++
	if c.putters == 0 {
		c.cond.Signal()
		return
	}
	c.all()
}

func (c *Counted) Take() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.n == 0 {
		c.takers++
		c.cond.Wait()
		c.takers--
	}
	c.n--
	if c.takers == 0 {
		c.cond.Signal()
		return
	}
	c.all()
}

func (c *Counted) all() { c.cond.Broadcast() }

// A Batch wakes as many as there can be.
type Batch struct {
	mu     sync.Mutex
	cond   *sync.Cond
	n, max int
	crew   int
}

func (b *Batch) Add() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.n == b.max {
		b.cond.Wait()
	}
	b.n++
	for range b.crew {
		b.cond.Signal()
	}
}

func (b *Batch) Remove() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.n == 0 {
		b.cond.Wait()
	}
	b.n--
	for range b.crew {
		b.cond.Signal()
	}
}

// A Barrier's goroutines wait for the next round.
type Barrier struct {
	mu           sync.Mutex
	cond         *sync.Cond
	round, count int
}

func (b *Barrier) Wait(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	round := b.round
	b.count++
	if b.count == n {
		b.count = 0
		b.round++
		b.cond.Broadcast()
		return
	}
	for round == b.round {
		b.cond.Wait()
	}
}

// Tokens are wanted by many, and all wait for more.
type Tokens struct {
	mu   sync.Mutex
	cond *sync.Cond
	free int
}

func (t *Tokens) Acquire() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.free == 0 {
		t.cond.Wait()
	}
	t.free--
}

func (t *Tokens) Release() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.free++
	t.cond.Signal()
}
