// Package dialpool keeps a few connections to one backend open.
package dialpool

import (
	"errors"
	"io"
	"sync"
)

// ErrDown is returned once the pool has shut down.
var ErrDown = errors.New("dialpool: down")

// Conn is what the pool manages.
type Conn interface {
	io.Closer
	Ping() error
}

// Dialer opens connections.
type Dialer func() (Conn, error)

// Pool hands out connections; its methods are safe for concurrent use.
type Pool struct {
	dial Dialer
	free chan Conn
	down chan struct{}
	stop sync.Once
	wg   sync.WaitGroup
}

// Open returns a pool that keeps up to size idle connections and checks the
// backend each time something arrives on probe.
func Open(size int, dial Dialer, probe <-chan struct{}) *Pool {
	p := &Pool{dial: dial, free: make(chan Conn, size), down: make(chan struct{})}
	p.wg.Add(1)
	go p.watch(probe)
	return p
}

func (p *Pool) watch(probe <-chan struct{}) {
	defer p.wg.Done()
	for {
		select {
		case <-p.down:
			return
		case <-probe:
			if !p.healthy() {
				p.shutdown()
				return
			}
		}
	}
}

func (p *Pool) healthy() bool {
	c, err := p.dial()
	if err != nil {
		return false
	}
	defer c.Close()
	return c.Ping() == nil
}

func (p *Pool) shutdown() {
	p.stop.Do(func() { close(p.down) })
}

// Get returns an idle connection or dials a new one.
func (p *Pool) Get() (Conn, error) {
	select {
	case <-p.down:
		return nil, ErrDown
	default:
	}
	select {
	case c := <-p.free:
		return c, nil
	default:
		return p.dial()
	}
}

// Put gives a connection back.
func (p *Pool) Put(c Conn) {
	select {
	case p.free <- c:
	default:
		c.Close()
	}
}

// Close ends the pool and closes its connections, all of which must have
// been given back. It is to be called once.
func (p *Pool) Close() {
	p.shutdown()
	p.wg.Wait()
	for {
		select {
		case c := <-p.free:
			c.Close()
		default:
			return
		}
	}
}
