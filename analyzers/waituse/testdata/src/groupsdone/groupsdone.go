// Package groupsdone waits, or lets others wait.
package groupsdone

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"
)

func load(context.Context, string) error { return nil }

func all(ctx context.Context, pages []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, page := range pages {
		g.Go(func() error { return load(ctx, page) })
	}
	return g.Wait()
}

func before(ctx context.Context, pages []string) error {
	var g errgroup.Group
	if len(pages) == 0 {
		return errors.New("none")
	}
	g.Go(func() error { return load(ctx, pages[0]) })
	return g.Wait()
}

func deferred(ctx context.Context, pages []string) error {
	var g errgroup.Group
	defer g.Wait()
	g.Go(func() error { return load(ctx, pages[0]) })
	if len(pages) > 1 {
		return errors.New("many")
	}
	return nil
}

type server struct{ group *errgroup.Group }

func start(ctx context.Context) *server {
	g := new(errgroup.Group)
	g.Go(func() error { return load(ctx, "x") })
	return &server{g}
}

func passed(ctx context.Context) error {
	var g errgroup.Group
	g.Go(func() error { return load(ctx, "x") })
	return finish(&g)
}

func finish(g *errgroup.Group) error { return g.Wait() }

func inLiteral(ctx context.Context) <-chan error {
	var g errgroup.Group
	done := make(chan error, 1)
	g.Go(func() error { return load(ctx, "x") })
	go func() { done <- g.Wait() }()
	return done
}
