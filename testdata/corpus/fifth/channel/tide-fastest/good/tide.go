// Package tide asks several harbours for the water level.
package tide

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Gauge is one source.
type Gauge interface {
	Level(ctx context.Context, harbour string) (float64, error)
}

// Level is an answer.
type Level struct {
	Metres float64
	Source int
}

// ErrNone means that there was nobody to ask.
var ErrNone = errors.New("tide: no gauges")

// Fastest returns the first good answer. It gives up after d or when all have failed.
func Fastest(ctx context.Context, harbour string, d time.Duration, gs ...Gauge) (Level, error) {
	if len(gs) == 0 {
		return Level{}, ErrNone
	}
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()

	type answer struct {
		Level
		err error
	}
	ch := make(chan answer, len(gs))
	for i, g := range gs {
		go func() {
			m, err := g.Level(ctx, harbour)
			ch <- answer{Level{m, i}, err}
		}()
	}
	var errs []error
	for range gs {
		select {
		case a := <-ch:
			if a.err == nil {
				return a.Level, nil
			}
			errs = append(errs, fmt.Errorf("gauge %d: %w", a.Source, a.err))
		case <-ctx.Done():
			return Level{}, ctx.Err()
		}
	}
	return Level{}, errors.Join(errs...)
}
