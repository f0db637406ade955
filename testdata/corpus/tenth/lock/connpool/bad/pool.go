// Package dbpool keeps a bounded number of connections.
package dbpool

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Errors of a Pool.
var (
	ErrClosed = errors.New("dbpool: closed")
	ErrBusy   = errors.New("dbpool: all connections in use")
)

// Conn is a connection to the database.
type Conn interface {
	Ping() error
	Close() error
}

// Dialer opens connections.
type Dialer func(ctx context.Context) (Conn, error)

type idleConn struct {
	Conn
	since time.Time
}

// Pool is a pool of connections.
type Pool struct {
	dial Dialer
	opts Options

	mu     sync.Mutex
	idle   []idleConn
	open   int
	closed bool
	stats  Stats
}

// New makes an empty pool.
func New(d Dialer, o Options) *Pool {
	o.fill()
	return &Pool{dial: d, opts: o}
}

// Get hands out an idle connection or opens one.
func (p *Pool) Get(ctx context.Context) (Conn, error) {
	p.mu.Lock() // BUG: missing-unlock
	if p.closed {
		p.mu.Unlock()
		return nil, ErrClosed
	}
	for len(p.idle) > 0 {
		last := len(p.idle) - 1
		ic := p.idle[last]
		p.idle = p.idle[:last]
		if time.Since(ic.since) > p.opts.MaxIdle || ic.Ping() != nil {
			p.open--
			p.stats.Stale++
			ic.Close()
			continue
		}
		p.stats.Reused++
		p.mu.Unlock()
		return ic.Conn, nil
	}
	if p.open >= p.opts.MaxOpen {
		p.stats.Refused++
		return nil, ErrBusy // BUG: missing-unlock
	}
	p.open++
	p.mu.Unlock()

	c, err := p.dial(ctx)
	if err != nil {
		p.mu.Lock()
		p.open--
		p.mu.Unlock()
		return nil, fmt.Errorf("dbpool: dial: %w", err)
	}
	return c, nil
}

// Put gives a connection back; a broken one is closed.
func (p *Pool) Put(c Conn, broken bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if broken || p.closed || len(p.idle) >= p.opts.MaxOpen {
		p.open--
		c.Close()
		return
	}
	p.idle = append(p.idle, idleConn{c, time.Now()})
}

// Close closes the idle connections and refuses new ones.
func (p *Pool) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	var errs []error
	for _, ic := range p.idle {
		errs = append(errs, ic.Close())
		p.open--
	}
	p.idle = nil
	return errors.Join(errs...)
}
