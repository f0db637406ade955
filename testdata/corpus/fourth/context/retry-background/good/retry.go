// Package retry calls flaky things again.
package retry

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Policy says how often and how fast to try.
type Policy struct {
	Tries   int
	Delay   time.Duration // before the second try, doubled each time
	PerCall time.Duration // time limit of one try
}

type permanent struct{ error }

func (p permanent) Unwrap() error { return p.error }

// Permanent marks an error that is not worth another try.
func Permanent(err error) error { return permanent{err} }

// Do calls f until it works, the tries are used up or ctx is done.
func (p Policy) Do(ctx context.Context, f func(context.Context) error) error {
	delay := p.Delay
	var last error
	for i := 1; i <= p.Tries; i++ {
		last = p.once(ctx, f)
		if last == nil {
			return nil
		}
		var perm permanent
		if errors.As(last, &perm) {
			return perm.error
		}
		if i == p.Tries {
			break
		}
		select {
		case <-time.After(delay):
		case <-ctx.Done():
			return fmt.Errorf("retry: %w, last error: %v", ctx.Err(), last)
		}
		delay *= 2
	}
	return fmt.Errorf("retry: %d tries: %w", p.Tries, last)
}

func (p Policy) once(ctx context.Context, f func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, p.PerCall)
	defer cancel()
	return f(ctx)
}
