// Package allwoken ends by a flag, and all who wait for it go on.
package allwoken

import "sync"

// A Queue wakes all at its end.
type Queue struct {
	mu     sync.Mutex
	more   *sync.Cond
	items  []string
	closed bool
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

func (q *Queue) Take() (string, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.more.Wait()
	}
	if len(q.items) == 0 {
		return "", false
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item, true
}

func (q *Queue) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.more.Broadcast()
}

// A Chain is woken one by one: each wakes the next.
type Chain struct {
	mu   sync.Mutex
	cond *sync.Cond
	done bool
}

func (c *Chain) Join() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for !c.done {
		c.cond.Wait()
	}
	c.cond.Signal()
}

func (c *Chain) Finish() {
	c.mu.Lock()
	c.done = true
	c.cond.Signal()
	c.mu.Unlock()
}

// An Actor has one goroutine.
type Actor struct {
	mu      sync.Mutex
	wake    *sync.Cond
	mail    []string
	stopped bool
}

func NewActor() *Actor {
	a := &Actor{}
	a.wake = sync.NewCond(&a.mu)
	go a.loop()
	return a
}

func (a *Actor) loop() {
	for {
		item, ok := a.next()
		if !ok {
			return
		}
		println(item)
	}
}

func (a *Actor) next() (string, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for len(a.mail) == 0 && !a.stopped {
		a.wake.Wait()
	}
	if a.stopped {
		return "", false
	}
	item := a.mail[0]
	a.mail = a.mail[1:]
	return item, true
}

func (a *Actor) Stop() {
	a.mu.Lock()
	a.stopped = true
	a.wake.Signal()
	a.mu.Unlock()
}

// Each of several actors has a goroutine of its own.
func group(n int) (list []*Actor) {
	for range n {
		a := &Actor{}
		a.wake = sync.NewCond(&a.mu)
		go a.loop()
		list = append(list, a)
	}
	for _, a := range list {
		go a.loop()
	}
	return list
}

// A Crew wakes as many as it has.
type Crew struct {
	mu   sync.Mutex
	wake *sync.Cond
	size int
	over bool
}

func (c *Crew) Wait() {
	c.mu.Lock()
	for !c.over {
		c.wake.Wait()
	}
	c.mu.Unlock()
}

func (c *Crew) End() {
	c.mu.Lock()
	c.over = true
	for range c.size {
		c.wake.Signal()
	}
	c.mu.Unlock()
}

// A Door is shut again by the one who passes.
type Door struct {
	mu   sync.Mutex
	cond *sync.Cond
	open bool
}

func (d *Door) Pass() {
	d.mu.Lock()
	for !d.open {
		d.cond.Wait()
	}
	d.open = false
	d.mu.Unlock()
}

func (d *Door) Open() {
	d.mu.Lock()
	d.open = true
	d.cond.Signal()
	d.mu.Unlock()
}

// A Stream is for one reader.
type Stream struct {
	mu   sync.Mutex
	cond *sync.Cond
	data []byte
	eof  bool
}

func (s *Stream) Read(p []byte) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.data) == 0 && !s.eof {
		s.cond.Wait()
	}
	n := copy(p, s.data)
	s.data = s.data[n:]
	return n
}

func (s *Stream) End() {
	s.mu.Lock()
	s.eof = true
	s.cond.Signal()
	s.mu.Unlock()
}
