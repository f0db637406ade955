package parmap

import (
	"context"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// Map calls f for all elements of in, at most width at a time.
// The result has the order of in.
func Map[A, B any](ctx context.Context, in []A, width int, f func(context.Context, A) (B, error)) ([]B, error) {
	out := make([]B, len(in))
	var next atomic.Int64
	g, ctx := errgroup.WithContext(ctx)
	for range min(max(width, 1), len(in)) {
		g.Go(func() error {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(in) {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				b, err := f(ctx, in[i])
				if err != nil {
					return err
				}
				out[i] = b
			}
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return out, nil
}
