// Package mirror asks several mirrors and takes the fastest.
package mirror

import (
	"context"
	"errors"
)

// Getter gets a file from one mirror.
type Getter func(ctx context.Context, file string) (string, error)

// ErrNone is returned when there is no mirror at all.
var ErrNone = errors.New("mirror: no mirrors")

// Get asks all mirrors and returns the first good answer. The other
// requests are cancelled; they may still be ending when Get returns.
func Get(ctx context.Context, file string, mirrors ...Getter) (string, error) {
	if len(mirrors) == 0 {
		return "", ErrNone
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type result struct {
		data string
		err  error
	}
	results := make(chan result, len(mirrors))
	for _, get := range mirrors {
		go func() {
			data, err := get(ctx, file)
			results <- result{data, err}
		}()
	}
	var errs []error
	for range mirrors {
		r := <-results
		if r.err == nil {
			return r.data, nil
		}
		errs = append(errs, r.err)
	}
	return "", errors.Join(errs...)
}
