// Package ctxcancelledearlynot returns what its contexts belong to, and cancels none too early.
package ctxcancelledearlynot

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"time"
)

type backend interface {
	Fetch(ctx context.Context, token string) ([]string, error)
}

type cursor struct {
	ctx    context.Context
	cancel context.CancelFunc
	from   backend
	rows   []string
}

func (c *cursor) Next() (err error) {
	c.rows, err = c.from.Fetch(c.ctx, "next")
	return err
}

func (c *cursor) Close() { c.cancel() }

// Keeps gives the cursor the function that ends its context.
func Keeps(ctx context.Context, from backend) (*cursor, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	rows, err := from.Fetch(ctx, "")
	if err != nil {
		cancel()
		return nil, err
	}
	return &cursor{ctx: ctx, cancel: cancel, from: from, rows: rows}, nil
}

// Caller keeps the context of the caller, and cancels its own.
func Caller(ctx context.Context, from backend) (*cursor, error) {
	limited, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	rows, err := from.Fetch(limited, "")
	if err != nil {
		return nil, err
	}
	return &cursor{ctx: ctx, from: from, rows: rows}, nil
}

// Detached keeps a context that does not end with the one that is cancelled.
func Detached(ctx context.Context, from backend) (*cursor, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	rows, err := from.Fetch(ctx, "")
	if err != nil {
		return nil, err
	}
	return &cursor{ctx: context.WithoutCancel(ctx), from: from, rows: rows}, nil
}

// Failed cancels only where it fails.
func Failed(ctx context.Context, from backend) (_ *cursor, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer func() {
		if err != nil {
			cancel()
		}
	}()
	rows, err := from.Fetch(ctx, "")
	if err != nil {
		return nil, err
	}
	return &cursor{ctx: ctx, cancel: cancel, from: from, rows: rows}, nil
}

type report struct {
	ctx  context.Context
	from backend
	rows []string
}

func (r *report) run() (err error) {
	r.rows, err = r.from.Fetch(r.ctx, "")
	return err
}

func (r *report) Rows() []string { return r.rows }

// Done has run what needs the context when it returns the report.
func Done(ctx context.Context, from backend) (*report, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	r := &report{ctx: ctx, from: from}
	if err := r.run(); err != nil {
		return nil, err
	}
	return r, nil
}

type traced struct{ ctx context.Context }

func (t *traced) Name() any { return t.ctx.Value("name") }

// Values are there when the context has ended.
func Values(ctx context.Context, from backend) *traced {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	from.Fetch(ctx, "")
	return &traced{ctx: ctx}
}

type renewed struct {
	ctx  context.Context
	from backend
}

func (r *renewed) Begin(ctx context.Context) { r.ctx = ctx }

func (r *renewed) Next() error {
	_, err := r.from.Fetch(r.ctx, "next")
	return err
}

// Renewed gets another context before it is used.
func Renewed(ctx context.Context, from backend) *renewed {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	from.Fetch(ctx, "")
	return &renewed{ctx: ctx, from: from}
}

// Local is used by the function that makes it only.
func Local(ctx context.Context, from backend) (rows []string, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	c := &cursor{ctx: ctx, from: from}
	for range 3 {
		if err := c.Next(); err != nil {
			return nil, err
		}
		rows = append(rows, c.rows...)
	}
	return rows, nil
}

// Text reads the answer while the context lasts.
func Text(ctx context.Context, url string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

// Read returns an answer that has been read.
func Read(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(answer.Body)
	answer.Body.Close()
	answer.Body = io.NopCloser(bytes.NewReader(text))
	return answer, err
}

// Status returns an answer without a body.
func Status(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodHead, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(request)
}

// Closed returns an answer whose body is closed.
func Closed(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return answer, nil
}

// send is asked for the status only.
func send(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(request)
}

// Accepts closes the body as it is.
func Accepts(ctx context.Context, url string) bool {
	answer, err := send(ctx, url)
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	return answer.StatusCode == http.StatusAccepted
}

// Finally has a deferred literal that closes the body.
func Finally(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	defer func() {
		if answer != nil {
			answer.Body.Close()
		}
	}()
	return answer, err
}
