// Package ctxcancelledearly returns what needs a context, and cancels it on the way out.
package ctxcancelledearly

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

type backend interface {
	Fetch(ctx context.Context, token string) ([]string, error)
}

type cursor struct {
	ctx  context.Context
	from backend
	rows []string
}

func (c *cursor) advance() (err error) {
	c.rows, err = c.from.Fetch(c.ctx, "next") // related `advance works with the context here, when it has ended`
	return err
}

// Each goes through all rows.
func (c *cursor) Each(do func(string)) error {
	for len(c.rows) > 0 {
		for _, row := range c.rows {
			do(row)
		}
		if err := c.advance(); err != nil {
			return err
		}
	}
	return nil
}

// Query reads the first rows.
func Query(ctx context.Context, from backend) (*cursor, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel() // want `likely cancelled too early: Query returns what keeps this context in ctx, and ends it on the way out \(ctx-cancelled-early\)`
	rows, err := from.Fetch(ctx, "")
	if err != nil {
		return nil, err
	}
	return &cursor{ctx: ctx, from: from, rows: rows}, nil // related `what is returned here keeps the context`
}

func newCursor(ctx context.Context, from backend) *cursor {
	return &cursor{ctx: ctx, from: from}
}

// Open has another function make what keeps the context.
func Open(ctx context.Context, from backend) *cursor {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // want `Open returns what keeps this context in ctx, and ends it on the way out \(ctx-cancelled-early\)`
	c := newCursor(ctx, from)
	return c // related `what is returned here keeps the context`
}

// Get returns an answer that is still to be read.
func Get(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()                                                            // want `Get returns an answer whose body is still to be read, and ends its context on the way out; what has not come by then is lost \(ctx-cancelled-early\)`
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil) // related `the request gets the context here`
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(request) // related `what is returned here needs the context`
}

type client struct{ http *http.Client }

// Download returns the body.
func (c *client) Download(ctx context.Context, url string) (_ io.ReadCloser, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()                                                            // want `Download returns an answer whose body is still to be read.* \(ctx-cancelled-early\)`
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil) // related `the request gets the context here`
	if err != nil {
		return nil, err
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		return nil, fmt.Errorf("%s: %s", answer.Status, text)
	}
	return answer.Body, nil // related `what is returned here needs the context`
}
