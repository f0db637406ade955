package workers

import (
	"sync"
	"sync/atomic"
)

type pool struct {
	mu     sync.Mutex
	wake   *sync.Cond
	tasks  []func()
	closed bool
	ran    atomic.Int64
	wg     sync.WaitGroup
}

func newPool(n int) *pool {
	p := &pool{}
	p.wake = sync.NewCond(&p.mu)
	p.wg.Add(n)
	for range n {
		go p.work()
	}
	return p
}

// next waits for a task; nil means that the pool was closed.
func (p *pool) next() func() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.tasks) == 0 {
		if p.closed {
			return nil
		}
		p.wake.Wait()
	}
	f := p.tasks[0]
	p.tasks = p.tasks[1:]
	return f
}

func (p *pool) work() {
	defer p.wg.Done()
	for {
		f := p.next()
		if f == nil {
			return
		}
		f()
		p.ran.Add(1)
	}
}

func (p *pool) submit(f func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tasks = append(p.tasks, f)
	p.wake.Signal()
}

func (p *pool) close() int64 {
	p.mu.Lock()
	p.closed = true
	p.wake.Broadcast()
	p.mu.Unlock()
	p.wg.Wait()
	return p.ran.Load()
}
