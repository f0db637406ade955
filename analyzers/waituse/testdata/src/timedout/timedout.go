// Package timedout counts probes out when they have run out of time, and again when they answer.
package timedout

import (
	"context"
	"sync"
	"time"
)

type batch struct {
	limit time.Duration
	wg    sync.WaitGroup
}

func (b *batch) start(check func()) {
	b.wg.Add(1)
	expire := time.AfterFunc(b.limit, func() {
		b.wg.Done()
	})
	go func() {
		check()
		expire.Stop() // want `^likely panic: Stop may come too late, which its result would tell: then both AfterFunc's function and timedout.go:23 call Done, for one Add, and the counter goes below zero \(negative-counter\)`
		b.wg.Done()
	}()
}

// A Hub knows how many clients are connected.
type Hub struct {
	ctx  context.Context
	open sync.WaitGroup
}

// A Client is one connection.
type Client struct{ leave func() }

// Connect registers a client.
func (h *Hub) Connect() *Client {
	h.open.Add(1)
	context.AfterFunc(h.ctx, h.open.Done) // want `^likely panic: both the function of this AfterFunc and timedout.go:40 call Done, for one Add: the counter goes below zero \(negative-counter\)`
	return &Client{leave: h.open.Done}
}

// Close disconnects the client.
func (c *Client) Close() { c.leave() }

// work ends by itself or with its context.
func (h *Hub) work(ctx context.Context, work func()) {
	h.count()
	stop := context.AfterFunc(ctx, func() { h.open.Done() })
	work()
	stop() // want `^likely panic: Stop may come too late, .* timedout.go:52 call Done, for one Add, .*\(negative-counter\)`
	h.open.Done()
}

func (h *Hub) count() { h.open.Add(1) }
