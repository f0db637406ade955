// Package lazyconn dials when the first message is sent.
package lazyconn

import (
	"io"
	"sync"
	"sync/atomic"
)

// Conn is an io.Writer that dials on first use. It is safe for concurrent use.
type Conn struct {
	dial func() (io.Writer, error)

	ready atomic.Bool // set after w
	mu    sync.Mutex
	w     io.Writer // written once, before ready becomes true

	out sync.Mutex // one message at a time
}

func New(dial func() (io.Writer, error)) *Conn { return &Conn{dial: dial} }

func (c *Conn) writer() (io.Writer, error) {
	if c.ready.Load() {
		return c.w, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ready.Load() {
		return c.w, nil
	}
	w, err := c.dial()
	if err != nil {
		return nil, err
	}
	c.w = w
	c.ready.Store(true)
	return w, nil
}

func (c *Conn) Write(p []byte) (int, error) {
	w, err := c.writer()
	if err != nil {
		return 0, err
	}
	c.out.Lock()
	defer c.out.Unlock()
	return w.Write(p)
}

// Connected reports whether something was sent.
func (c *Conn) Connected() bool { return c.ready.Load() }
