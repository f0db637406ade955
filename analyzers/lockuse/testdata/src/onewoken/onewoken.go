// Package onewoken ends by a flag for all who wait, and wakes one of them.
package onewoken

import "sync"

// A Queue is for many.
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
	q.await()
	if len(q.items) == 0 {
		return "", false
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item, true
}

func (q *Queue) await() {
	for len(q.items) == 0 && !q.closed {
		q.more.Wait()
	}
}

func (q *Queue) Close() {
	q.mu.Lock()
	q.closed = true
	q.more.Signal() // want `likely deadlock: Close sets q.closed, which concerns all who wait, and Signal wakes only one of those that wait at line 41; Broadcast wakes all \(cond-never-signalled\)`
	q.mu.Unlock()
}

// A pool starts its workers in a loop.
type pool struct {
	mu      sync.Mutex
	wake    sync.Cond
	jobs    []func()
	stopped bool
}

func newPool(n int) *pool {
	p := &pool{}
	p.wake.L = &p.mu
	for range n {
		go p.work()
	}
	return p
}

func (p *pool) work() {
	for {
		p.mu.Lock()
		for len(p.jobs) == 0 {
			if p.stopped {
				p.mu.Unlock()
				return
			}
			p.wake.Wait()
		}
		job := p.jobs[0]
		p.jobs = p.jobs[1:]
		p.mu.Unlock()
		job()
	}
}

func (p *pool) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
	p.tell()
}

func (p *pool) tell() { p.wake.Signal() }

func (p *pool) stopNow() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
	p.wake.Signal() // want `stopNow sets p.stopped, which concerns all who wait.* \(cond-never-signalled\)`
}

// A latch is passed by two goroutines.
type latch struct {
	mu   sync.Mutex
	cond *sync.Cond
	open bool
}

func (l *latch) pass() {
	l.mu.Lock()
	for !l.open {
		l.cond.Wait() // release says what is wrong
	}
	l.mu.Unlock()
}

func (l *latch) release() {
	l.mu.Lock()
	l.open = true
	l.mu.Unlock()
	l.cond.Signal() // want `release sets l.open.* \(cond-never-signalled\)`
}

func race() {
	l := &latch{}
	l.cond = sync.NewCond(&l.mu)
	var wg sync.WaitGroup
	wg.Go(func() { l.pass() })
	wg.Go(func() { l.pass() })
	l.release()
	wg.Wait()
}
