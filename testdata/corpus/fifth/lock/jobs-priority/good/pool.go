package main

import (
	"container/heap"
	"errors"
	"fmt"
	"sync"
)

var errShut = errors.New("pool is shut")

type pool struct {
	mu    sync.Mutex
	work  sync.Cond
	items byPrio
	seq   int
	shut  bool
	busy  int
	wg    sync.WaitGroup
}

func newPool(workers int) *pool {
	p := &pool{}
	p.work.L = &p.mu
	for range workers {
		p.wg.Go(p.worker)
	}
	return p
}

func (p *pool) worker() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		for len(p.items) == 0 {
			if p.shut {
				return
			}
			p.work.Wait()
		}
		it := heap.Pop(&p.items).(*item)
		p.busy++
		p.unlocked(it.run)
		p.busy--
	}
}

// unlocked runs f without the lock, which is held before and after.
func (p *pool) unlocked(f func()) {
	p.mu.Unlock()
	defer p.mu.Lock()
	f()
}

func (p *pool) add(prio int, run func()) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shut {
		return errShut
	}
	p.seq++
	heap.Push(&p.items, &item{prio, p.seq, run})
	p.work.Signal()
	return nil
}

// close lets the workers empty the queue and waits for them.
func (p *pool) close() {
	p.mu.Lock()
	p.shut = true
	p.work.Broadcast()
	p.mu.Unlock()
	p.wg.Wait()
}

type outcome[T any] struct {
	val T
	err error
}

// future will hold the result of a job.
type future[T any] struct {
	ch   chan outcome[T]
	once sync.Once
	out  outcome[T]
}

// get may be called by several goroutines.
func (f *future[T]) get() (T, error) {
	f.once.Do(func() { f.out = <-f.ch })
	return f.out.val, f.out.err
}

func submit[T any](p *pool, prio int, job func() (T, error)) *future[T] {
	f := &future[T]{ch: make(chan outcome[T], 1)}
	run := func() {
		var o outcome[T]
		defer func() {
			if r := recover(); r != nil {
				o.err = fmt.Errorf("job panicked: %v", r)
			}
			f.ch <- o
		}()
		o.val, o.err = job()
	}
	if err := p.add(prio, run); err != nil {
		f.ch <- outcome[T]{err: err}
	}
	return f
}
