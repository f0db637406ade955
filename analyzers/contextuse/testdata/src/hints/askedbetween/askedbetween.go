// Package askedbetween opens streams with fresh contexts, and looks at the caller's between their turns.
package askedbetween

import "context"

type stream struct{ last int }

func (s *stream) trip() error { s.last++; return nil }

type client struct{ streams chan *stream }

func (c client) open(ctx context.Context) (*stream, error) {
	select {
	case s := <-c.streams:
		return s, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Loop goes on until its caller's context ends.
// want +4 `^deaf to cancellation: Loop is given ctx, but calls open with a fresh context; .*\(ctx-background-inside\)`
func Loop(ctx context.Context, c client) { // related `the caller's context`
	const trips = 3

	s, err := c.open(context.Background())
	if err != nil {
		return
	}
	go func() {
		for s.trip() == nil && s.last < trips {
			if ctx.Err() != nil {
				return
			}
		}
	}()
}

// Deaf looks at it nowhere.
// want +4 `^likely deaf to cancellation: Deaf is given ctx, but calls open with a fresh context; .*\(ctx-background-inside\)`
func Deaf(ctx context.Context, c client) { // related `the caller's context`
	const trips = 3

	s, err := c.open(context.Background())
	if err != nil {
		return
	}
	go func() {
		for s.trip() == nil && s.last < trips {
		}
	}()
	<-ctx.Done()
}
