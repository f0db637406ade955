package retry

import (
	"context"
	"errors"
	"time"
)

// Permanent marks errors for which trying again makes no sense.
type Permanent struct{ Err error }

func (p Permanent) Error() string { return p.Err.Error() }
func (p Permanent) Unwrap() error { return p.Err }

// Policy says how often and how fast to try again.
type Policy struct {
	Tries int
	Wait  time.Duration
	Grow  float64
}

// Do calls f until it works, the tries are used up or ctx ends.
func (p Policy) Do(ctx context.Context, f func() error) error {
	wait := p.Wait
	var err error
	for try := range p.Tries {
		if try > 0 {
			select {
			case <-ctx.Done():
				return errors.Join(err, ctx.Err())
			case <-time.After(wait):
			}
			wait = time.Duration(float64(wait) * p.Grow)
		}
		if err = f(); err == nil {
			return nil
		}
		var perm Permanent
		if errors.As(err, &perm) {
			return perm.Err
		}
	}
	return err
}
