// Package client calls a remote service through a breaker.
package client

import (
	"context"
	"fmt"

	"tenth/race/breaker/bad/breaker"
)

// Transport sends one request.
type Transport interface {
	Send(ctx context.Context, req string) (string, error)
}

// Client guards a Transport.
type Client struct {
	*breaker.Breaker
	tr       Transport
	fallback func(req string) string
}

// New makes a Client; fallback may be nil.
func New(tr Transport, b *breaker.Breaker, fallback func(string) string) *Client {
	return &Client{Breaker: b, tr: tr, fallback: fallback}
}

// Call sends a request or uses the fallback.
func (c *Client) Call(ctx context.Context, req string) (string, error) {
	var out string
	err := c.Do(func() error {
		var err error
		out, err = c.tr.Send(ctx, req)
		return err
	})
	if err == nil {
		return out, nil
	}
	if c.fallback != nil {
		return c.fallback(req), nil
	}
	return "", fmt.Errorf("call %q: %w", req, err)
}
