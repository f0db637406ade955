// Package oncewithinfield opens a connection once, and opening it asks for it.
package oncewithinfield

import (
	"sync"
	"testing"
)

type client struct {
	once  sync.Once
	state string
}

func (c *client) open() {
	c.state = "open"
	c.ping()
}

func (c *client) ping() string {
	c.once.Do(c.open) // want `the function of this Once calls Do of the same Once and waits for itself \(once-recursion\)`
	return c.state
}

func TestPing(t *testing.T) { (&client{}).ping() }
