// Package main looks without the lock whether there is a connection already, and
// uses it: the first look is the one mistake, and should be the one report.
package main

import (
	"fmt"
	"sync"
)

type conn struct{ id int }

func dial() *conn { return &conn{1} }

type client struct {
	mu   sync.Mutex
	conn *conn
}

func (c *client) get() *conn {
	if c.conn == nil { // want `^data race: get reads c.conn before it takes c.mu, while another call of get writes it under the lock.*\(double-checked-lock\)`
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.conn == nil {
			c.conn = dial()
		}
	}
	return c.conn
}

func main() {
	c := &client{}
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println(c.get().id) })
	wg.Go(func() { fmt.Println(c.get().id) })
	wg.Wait()
}
