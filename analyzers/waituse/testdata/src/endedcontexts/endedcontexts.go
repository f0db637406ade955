// Package endedcontexts goes on with the context of a group.
package endedcontexts

import (
	"context"

	"golang.org/x/sync/errgroup"
)

type store struct{}

func (store) commit(context.Context) error         { return nil }
func (store) upload(context.Context, string) error { return nil }

func publish(ctx context.Context, s store, parts []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, p := range parts {
		g.Go(func() error { return s.upload(ctx, p) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return s.commit(ctx) // want `cancelled context: commit is given the context of the group after Wait, .*\(errgroup-ctx-after-wait\)`
}

type job struct{ s store }

func (j *job) run(ctx context.Context) error {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return nil })
	err := g.Wait()
	if err != nil {
		return err
	}
	return j.s.commit(gctx) // want `\(errgroup-ctx-after-wait\)`
}
