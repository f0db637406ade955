// Package ledgerdb is a client for a paginated query service.
package ledgerdb

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"
)

// ErrClosed is returned when a closed cursor is used.
var ErrClosed = errors.New("ledgerdb: cursor closed")

type Row struct {
	ID     int
	Amount int
}

// Page is one response of the service. An empty Next means it is the last.
type Page struct {
	Rows []Row
	Next string
}

// Backend is the transport.
type Backend interface {
	Fetch(ctx context.Context, query, token string) (Page, error)
}

// Client runs queries against a Backend.
type Client struct {
	backend Backend
	timeout time.Duration
	retries int
}

type Option func(*Client)

// QueryTimeout limits the lifetime of a query including iteration.
func QueryTimeout(d time.Duration) Option { return func(c *Client) { c.timeout = d } }

// Retries sets how often the first page is retried.
func Retries(n int) Option { return func(c *Client) { c.retries = n } }

func NewClient(b Backend, opts ...Option) *Client {
	c := &Client{backend: b, timeout: 30 * time.Second}
	for _, o := range opts {
		o(c)
	}
	return c
}

// Cursor walks over a result. It is not safe for concurrent use.
type Cursor struct {
	ctx    context.Context
	cancel context.CancelFunc
	client *Client
	query  string
	page   Page
	err    error
}

// Query starts a query and reads its first page.
func (c *Client) Query(ctx context.Context, query string) (*Cursor, error) {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	var errs []error
	for range c.retries + 1 {
		page, err := c.backend.Fetch(ctx, query, "")
		if err == nil {
			return &Cursor{ctx: ctx, cancel: cancel, client: c, query: query, page: page}, nil
		}
		errs = append(errs, err)
	}
	cancel()
	return nil, fmt.Errorf("query %q: %w", query, errors.Join(errs...))
}

func (c *Cursor) advance() bool {
	if c.err != nil || c.page.Next == "" {
		return false
	}
	c.page, c.err = c.client.backend.Fetch(c.ctx, c.query, c.page.Next)
	return c.err == nil
}

// Rows iterates over the remaining rows, fetching pages as needed.
func (c *Cursor) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for {
			for len(c.page.Rows) > 0 {
				r := c.page.Rows[0]
				c.page.Rows = c.page.Rows[1:]
				if !yield(r) {
					return
				}
			}
			if !c.advance() {
				return
			}
		}
	}
}

// Err is the error that ended Rows early, if any.
func (c *Cursor) Err() error { return c.err }

// Close ends the query.
func (c *Cursor) Close() {
	c.cancel()
	c.page = Page{}
	if c.err == nil {
		c.err = ErrClosed
	}
}
