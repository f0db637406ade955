package connpool

import (
	"errors"
	"sync/atomic"
)

var ErrClosed = errors.New("connpool: closed")

// Conn is a pretended connection.
type Conn struct {
	ID     int64
	broken atomic.Bool
}

// Break makes the connection unusable.
func (c *Conn) Break() { c.broken.Store(true) }

// Healthy reports whether the connection still works.
func (c *Conn) Healthy() bool { return !c.broken.Load() }

var lastID atomic.Int64

func dial() *Conn { return &Conn{ID: lastID.Add(1)} }
