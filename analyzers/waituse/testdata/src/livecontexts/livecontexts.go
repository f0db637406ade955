// Package livecontexts uses contexts that have not ended.
package livecontexts

import (
	"context"
	"log/slog"

	"golang.org/x/sync/errgroup"
)

func commit(context.Context) error         { return nil }
func upload(context.Context, string) error { return nil }

func own(ctx context.Context, parts []string) error {
	g, gctx := errgroup.WithContext(ctx)
	for _, p := range parts {
		g.Go(func() error { return upload(gctx, p) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return commit(ctx)
}

func logs(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return upload(ctx, "x") })
	err := g.Wait()
	slog.InfoContext(ctx, "done")
	if ctx.Err() != nil {
		slog.InfoContext(ctx, "ended")
	}
	return err
}

func again(outer context.Context, parts []string) error {
	var ctx context.Context
	for range parts {
		var g *errgroup.Group
		g, ctx = errgroup.WithContext(outer)
		g.Go(func() error { return upload(ctx, "x") })
		g.Go(func() error { return upload(ctx, "y") })
		if err := g.Wait(); err != nil {
			return err
		}
		ctx = outer
		if err := commit(ctx); err != nil {
			return err
		}
	}
	return nil
}
