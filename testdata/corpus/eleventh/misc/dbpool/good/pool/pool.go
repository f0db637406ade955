// Package pool limits the number of connections to a resource.
package pool

import (
	"io"
	"sync"
)

// Pool hands out at most a fixed number of connections at a time and keeps
// those that are given back.
type Pool[C io.Closer] struct {
	dial  func() (C, error)
	slots chan struct{}

	mu   sync.Mutex
	idle []C
}

func New[C io.Closer](size int, dial func() (C, error)) *Pool[C] {
	return &Pool[C]{
		dial:  dial,
		slots: make(chan struct{}, size),
	}
}

// Get returns a connection, waiting for one if all are in use.
func (p *Pool[C]) Get() (C, error) {
	p.slots <- struct{}{}
	if c, ok := p.takeIdle(); ok {
		return c, nil
	}
	c, err := p.dial()
	if err != nil {
		<-p.slots
		var none C
		return none, err
	}
	return c, nil
}

func (p *Pool[C]) takeIdle() (c C, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := len(p.idle)
	if n == 0 {
		return c, false
	}
	c = p.idle[n-1]
	p.idle = p.idle[:n-1]
	return c, true
}

// Put gives a connection back.
func (p *Pool[C]) Put(c C) {
	p.mu.Lock()
	p.idle = append(p.idle, c)
	p.mu.Unlock()
	<-p.slots
}

// Close closes the idle connections.
func (p *Pool[C]) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var first error
	for _, c := range p.idle {
		if err := c.Close(); err != nil && first == nil {
			first = err
		}
	}
	p.idle = nil
	return first
}
