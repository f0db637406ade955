package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

var errPoolClosed = errors.New("pool is closed")

// conn is a connection to a server.
type conn struct {
	id     int
	uses   int
	broken bool
}

func (c *conn) query(q string) (string, error) {
	if c.broken {
		return "", fmt.Errorf("connection %d is broken", c.id)
	}
	time.Sleep(2 * time.Millisecond)
	c.uses++
	if q == "" {
		c.broken = true
		return "", errors.New("empty query")
	}
	return fmt.Sprintf("%s (by %d)", q, c.id), nil
}

func (c *conn) close() { c.broken = true }

// pool keeps idle connections.
type pool struct {
	mu     sync.Mutex
	opened int
	max    int
	closed bool
	idle   chan *conn
}

func newPool(max int) *pool {
	return &pool{max: max, idle: make(chan *conn, max)}
}

// grow opens a connection if that is allowed.
func (p *pool) grow() *conn {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed || p.opened >= p.max {
		return nil
	}
	p.opened++
	return &conn{id: p.opened}
}

func (p *pool) shrink() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.opened--
}

func (p *pool) get(ctx context.Context) (*conn, error) {
	select {
	case c, ok := <-p.idle:
		if !ok {
			return nil, errPoolClosed
		}
		return c, nil
	default:
	}
	if c := p.grow(); c != nil {
		return c, nil
	}
	select {
	case c, ok := <-p.idle:
		if !ok {
			return nil, errPoolClosed
		}
		return c, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// put gives a connection back.
func (p *pool) put(c *conn) {
	if c.broken {
		p.shrink()
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		c.close()
		return
	}
	select {
	case p.idle <- c:
	default:
		c.close()
	}
}

func (p *pool) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return
	}
	p.closed = true
	close(p.idle)
	for c := range p.idle {
		c.close()
	}
}

func (p *pool) query(ctx context.Context, q string) (string, error) {
	c, err := p.get(ctx)
	if err != nil {
		return "", err
	}
	defer p.put(c)
	return c.query(q)
}
