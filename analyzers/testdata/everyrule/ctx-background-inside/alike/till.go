// Package till serves the till of a shop over HTTP.
package till

import (
	"context"
	"errors"
	"net/http"
	"time"
)

const grace = 5 * time.Second

// Till is a till that can be reached over HTTP.
type Till struct {
	srv *http.Server
}

// New returns a till at the address.
func New(addr string, h http.Handler) *Till {
	return &Till{srv: &http.Server{Addr: addr, Handler: h}}
}

func (t *Till) shutdown() error {
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	return t.srv.Shutdown(ctx)
}

// Run serves until the context ends, and lets open payments finish.
func (t *Till) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- t.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	if err := t.shutdown(); err != nil {
		return err
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
