// Package sessions tracks connected clients for a clean shutdown.
package sessions

import (
	"context"
	"sync"
)

// Hub knows how many clients are connected.
type Hub struct {
	ctx  context.Context
	open sync.WaitGroup
}

// NewHub returns a hub. When ctx ends, all clients count as gone.
func NewHub(ctx context.Context) *Hub { return &Hub{ctx: ctx} }

// Client is one connection. It must be closed, at the latest when the hub's
// context ends it is closed automatically.
type Client struct {
	Name  string
	leave func()
}

// Connect registers a client.
func (h *Hub) Connect(name string) *Client {
	h.open.Add(1)
	stop := context.AfterFunc(h.ctx, h.open.Done)
	return &Client{Name: name, leave: func() {
		if stop() {
			h.open.Done()
		}
	}}
}

// Close disconnects the client.
func (c *Client) Close() {
	c.leave()
}

// Drain waits until every client has gone. Nobody may connect any more.
func (h *Hub) Drain() { h.open.Wait() }
