// Package retry repeats what fails.
package retry

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Policy tells how often and how fast to repeat.
type Policy struct {
	Tries int
	Wait  time.Duration
	Max   time.Duration
}

// ErrPermanent is never repeated.
var ErrPermanent = errors.New("permanent")

func (p Policy) pause(n int) time.Duration {
	d := p.Wait << n
	if d > p.Max {
		return p.Max
	}
	return d
}

// Do calls f until it succeeds, the tries are used up or ctx has ended.
func (p Policy) Do(ctx context.Context, f func(context.Context) error) error {
	var last error
	for n := range p.Tries {
		last = f(ctx)
		if last == nil || errors.Is(last, ErrPermanent) {
			return last
		}
		t := time.NewTimer(p.pause(n))
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return errors.Join(ctx.Err(), last)
		}
	}
	return fmt.Errorf("%d tries: %w", p.Tries, last)
}
