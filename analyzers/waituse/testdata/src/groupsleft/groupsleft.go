// Package groupsleft does not wait for its groups.
package groupsleft

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"
)

func load(context.Context, string) error { return nil }

func warm(ctx context.Context, pages []string) error {
	var g errgroup.Group
	for _, page := range pages {
		g.Go(func() error { return load(ctx, page) }) // want `^lost goroutines: nothing waits for this group, so warm goes on while they run, and their errors reach nobody \(errgroup-wait-missing\)`
	}
	return nil
}

func early(ctx context.Context, pages []string) error {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return load(gctx, "first") }) // want `^likely lost goroutines: on some way early returns without Wait.* \(errgroup-wait-missing\)`
	if len(pages) == 0 {
		return errors.New("no pages")
	}
	return g.Wait()
}

func nested(ctx context.Context, pages []string) {
	g := &errgroup.Group{}
	g.Go(func() error { // want `so nested goes on.* \(errgroup-wait-missing\)`
		for _, page := range pages {
			g.Go(func() error { return load(ctx, page) })
		}
		return nil
	})
}
