// Package connpool shares a limited number of connections.
package connpool

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
)

// ErrPoolClosed is returned after Close.
var ErrPoolClosed = errors.New("connpool: closed")

// Factory opens connections.
type Factory interface {
	Open(ctx context.Context) (io.Closer, error)
}

// FactoryFunc makes a Factory of a function.
type FactoryFunc func(ctx context.Context) (io.Closer, error)

// Open implements Factory.
func (f FactoryFunc) Open(ctx context.Context) (io.Closer, error) { return f(ctx) }

// Conn is a connection on loan.
type Conn struct {
	io.Closer
	pool *Pool
	uses int
}

// Options are the options of a pool.
type Options struct {
	Max  int
	Logf func(string, ...any)
}

// Pool is a pool of connections.
type Pool struct {
	factory Factory
	opts    Options
	free    chan *Conn
	gone    chan struct{} // closed by Close

	mu     sync.Mutex
	open   int
	closed bool
	stats  Stats
}

// Stats tells what happened so far.
type Stats struct {
	Opened, Reused, Waited, Retired int
}

// NewPool makes a pool.
func NewPool(f Factory, opts Options) *Pool {
	if opts.Max <= 0 {
		opts.Max = 4
	}
	if opts.Logf == nil {
		opts.Logf = func(string, ...any) {}
	}
	return &Pool{factory: f, opts: opts, free: make(chan *Conn, opts.Max), gone: make(chan struct{})}
}

// Get lends a connection.
func (p *Pool) Get(ctx context.Context) (*Conn, error) {
	p.mu.Lock() // BUG: lock-held-across-blocking
	defer p.mu.Unlock()
	if p.closed {
		return nil, ErrPoolClosed
	}
	select {
	case c := <-p.free:
		p.stats.Reused++
		c.uses++
		return c, nil
	default:
	}
	if p.open < p.opts.Max {
		return p.dial(ctx)
	}
	p.stats.Waited++
	p.opts.Logf("pool: all %d connections are busy", p.opts.Max)
	select { // BUG: lock-held-across-blocking
	case c := <-p.free: // BUG: lock-held-across-blocking
		c.uses++
		return c, nil
	case <-p.gone:
		return nil, ErrPoolClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// dial needs p.mu.
func (p *Pool) dial(ctx context.Context) (*Conn, error) {
	raw, err := p.factory.Open(ctx)
	if err != nil {
		return nil, fmt.Errorf("connpool: %w", err)
	}
	p.open++
	p.stats.Opened++
	return &Conn{Closer: raw, pool: p, uses: 1}, nil
}

// Release gives the connection back.
func (c *Conn) Release() error {
	p := c.pool
	p.mu.Lock() // BUG: lock-held-across-blocking
	defer p.mu.Unlock()
	if p.closed {
		p.open--
		p.stats.Retired++
		return c.Close()
	}
	p.free <- c
	return nil
}

// Stats returns the statistics.
func (p *Pool) Stats() Stats {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.stats
}

// Close closes the idle connections; those on loan are closed on Release.
func (p *Pool) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil
	}
	p.closed = true
	close(p.gone)
	var errs []error
	for {
		select {
		case c := <-p.free:
			p.open--
			errs = append(errs, c.Close())
		default:
			return errors.Join(errs...)
		}
	}
}
