// Package main looks first, in ways that the memory model allows.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type conn struct{ id int }

func dial() *conn { return &conn{1} }

// atomically looks without the lock, by an atomic.
type atomically struct {
	mu   sync.Mutex
	conn atomic.Pointer[conn]
}

func (c *atomically) get() *conn {
	if p := c.conn.Load(); p != nil {
		return p
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.conn.Load(); p != nil {
		return p
	}
	p := dial()
	c.conn.Store(p)
	return p
}

// flagged publishes plain data by an atomic flag.
type flagged struct {
	mu    sync.Mutex
	ready atomic.Bool
	conn  *conn
}

func (c *flagged) get() *conn {
	if !c.ready.Load() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if !c.ready.Load() {
			c.conn = dial()
			c.ready.Store(true)
		}
	}
	return c.conn
}

// locked looks under the read lock.
type locked struct {
	mu   sync.RWMutex
	conn *conn
}

func (c *locked) get() *conn {
	c.mu.RLock()
	p := c.conn
	c.mu.RUnlock()
	if p != nil {
		return p
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.conn == nil {
		c.conn = dial()
	}
	return c.conn
}

var shared = sync.OnceValue(dial)

func main() {
	a, f, l := &atomically{}, &flagged{}, &locked{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { fmt.Println(a.get().id, f.get().id, l.get().id, shared().id) })
	}
	wg.Wait()
}
