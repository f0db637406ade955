// Package unequalneeds has goroutines that wait for amounts of their own.
package unequalneeds

import "sync"

// A Budget is shared by jobs of different sizes.
type Budget struct {
	mu    sync.Mutex
	freed *sync.Cond
	total int
	used  int
}

func NewBudget(total int) *Budget {
	b := &Budget{total: total}
	b.freed = sync.NewCond(&b.mu)
	return b
}

func (b *Budget) Acquire(n int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if n > b.total {
		return false
	}
	for b.used+n > b.total {
		b.freed.Wait()
	}
	b.used += n
	return true
}

func (b *Budget) Release(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.used -= n
	b.freed.Signal() // want `deadlock: each goroutine that waits at line 27 waits for its own n; this Signal may wake one that has to go on waiting.*\(cond-never-signalled\)`
}

// Places are taken one at a time: whoever is woken can go on.
type Places struct {
	mu   sync.Mutex
	cond *sync.Cond
	free int
}

func NewPlaces(free int) *Places {
	p := &Places{free: free}
	p.cond = sync.NewCond(&p.mu)
	return p
}

func (p *Places) Acquire() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.free == 0 {
		p.cond.Wait()
	}
	p.free--
}

func (p *Places) Release() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free++
	p.cond.Signal()
}

// A Tank wakes all.
type Tank struct {
	mu    sync.Mutex
	cond  *sync.Cond
	litre int
}

func NewTank() *Tank {
	t := &Tank{}
	t.cond = sync.NewCond(&t.mu)
	return t
}

func (t *Tank) Draw(n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.litre < n {
		t.cond.Wait()
	}
	t.litre -= n
}

func (t *Tank) Fill(n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.litre += n
	t.cond.Broadcast()
}

// A Chain's waiters wake the next one themselves.
type Chain struct {
	mu   sync.Mutex
	cond *sync.Cond
	left int
}

func NewChain() *Chain {
	c := &Chain{}
	c.cond = sync.NewCond(&c.mu)
	return c
}

func (c *Chain) Take(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.left < n {
		c.cond.Signal()
		c.cond.Wait()
	}
	c.left -= n
	c.cond.Signal()
}

func (c *Chain) Give(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.left += n
	c.cond.Signal()
}
