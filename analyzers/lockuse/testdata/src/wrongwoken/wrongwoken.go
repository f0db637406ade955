// Package wrongwoken has two kinds of goroutines wait on one condition variable, and wakes
// one of them, which may be of the wrong kind.
package wrongwoken

import "sync"

// A Buffer is for many that put and many that take.
type Buffer struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []int
	size  int
}

func NewBuffer(size int) *Buffer {
	b := &Buffer{size: size}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *Buffer) Put(item int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == b.size {
		b.cond.Wait()
	}
	b.items = append(b.items, item)
	b.cond.Signal() // want `likely deadlock: this Signal may wake the wrong one: the goroutines that wait at line 35 and those at line 25 share b.cond and wait for opposite things; the one that could go on sleeps for ever; Broadcast wakes all \(cond-never-signalled\)`
}

func (b *Buffer) Take() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 {
		b.cond.Wait()
	}
	item := b.items[0]
	b.items = b.items[1:]
	b.cond.Signal() // want `may wake the wrong one.* \(cond-never-signalled\)`
	return item
}

// A Ring asks by small methods, tells by one, and looks at an end as well.
type Ring[T any] struct {
	mu     sync.Mutex
	cond   sync.Cond
	slots  [8]T
	n      int
	closed bool
}

func NewRing[T any]() *Ring[T] {
	r := &Ring[T]{}
	r.cond.L = &r.mu
	return r
}

func (r *Ring[T]) full() bool  { return r.n >= len(r.slots) }
func (r *Ring[T]) empty() bool { return !(r.n > 0) }
func (r *Ring[T]) tell()       { r.cond.Signal() } // want `share r.cond.* \(cond-never-signalled\)`

func (r *Ring[T]) Push(v T) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.full() && !r.closed {
		r.cond.Wait()
	}
	if r.closed {
		return false
	}
	r.slots[r.n] = v
	r.n++
	r.tell()
	return true
}

func (r *Ring[T]) Pop() (v T, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.empty() {
		if r.closed {
			return v, false
		}
		r.cond.Wait()
	}
	r.n--
	v = r.slots[r.n]
	r.tell()
	return v, true
}

func (r *Ring[T]) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	r.cond.Broadcast()
}

// A slot has one goroutine that fills it and several that empty it: a search
// finds that they sleep for ever, and that is told once.
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
			s.cond.Wait() // want `or wake the wrong one \(cond-without-lock\)`
		}
		s.v, s.full = i, true
		s.mu.Unlock()
		s.cond.Signal()
	}
}

func (s *slot) empty() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		if s.full {
			break
		}
		s.cond.Wait() // want `or wake the wrong one \(cond-without-lock\)`
	}
	s.full = false
	s.cond.Signal()
	return s.v
}

func run(workers int) {
	s := &slot{}
	s.cond = sync.NewCond(&s.mu)
	go s.fill(1000)
	for range workers {
		go func() {
			for {
				println(s.empty())
			}
		}()
	}
}
