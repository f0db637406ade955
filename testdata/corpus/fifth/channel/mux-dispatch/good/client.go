package mux

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
)

// ErrClosed is the error of calls on a closed client.
var ErrClosed = errors.New("mux: closed")

type reply struct {
	body []byte
	err  error
}

// Client is safe for concurrent use.
type Client struct {
	conn io.ReadWriteCloser
	done chan struct{} // the reader has ended

	wmu sync.Mutex // one frame at a time

	mu    sync.Mutex
	next  uint32
	calls map[uint32]chan<- reply
	err   error
}

// NewClient takes the connection over.
func NewClient(conn io.ReadWriteCloser) *Client {
	c := &Client{conn: conn, done: make(chan struct{}), calls: make(map[uint32]chan<- reply)}
	go c.readLoop()
	return c
}

func (c *Client) readLoop() {
	defer close(c.done)
	for {
		f, err := readFrame(c.conn)
		if err != nil {
			c.fail(fmt.Errorf("mux: reader: %w", err))
			return
		}
		if ch := c.remove(f.id); ch != nil {
			ch <- reply{body: f.body}
		}
	}
}

func (c *Client) register() (uint32, <-chan reply, error) {
	ch := make(chan reply, 1)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err != nil {
		return 0, nil, c.err
	}
	c.next++
	c.calls[c.next] = ch
	return c.next, ch, nil
}

// remove gives the waiter to the caller, who alone may answer it.
func (c *Client) remove(id uint32) chan<- reply {
	c.mu.Lock()
	defer c.mu.Unlock()
	ch := c.calls[id]
	delete(c.calls, id)
	return ch
}

func (c *Client) fail(err error) {
	c.mu.Lock()
	if c.err == nil {
		c.err = err
	}
	err = c.err
	calls := c.calls
	c.calls = nil
	c.mu.Unlock()
	for _, ch := range calls {
		ch <- reply{err: err}
	}
}

func (c *Client) write(f frame) error {
	c.wmu.Lock()
	defer c.wmu.Unlock()
	return writeFrame(c.conn, f)
}

// Call sends a request and waits for the answer.
func (c *Client) Call(ctx context.Context, body []byte) ([]byte, error) {
	id, ch, err := c.register()
	if err != nil {
		return nil, err
	}
	if err := c.write(frame{id, body}); err != nil {
		c.remove(id)
		return nil, err
	}
	select {
	case r := <-ch:
		return r.body, r.err
	case <-ctx.Done():
		c.remove(id)
		return nil, ctx.Err()
	}
}

// Close fails all open calls and waits for the reader. It may be called again.
func (c *Client) Close() error {
	c.fail(ErrClosed)
	err := c.conn.Close()
	<-c.done
	return err
}
