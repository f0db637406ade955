// Package main translates a greeting and publishes the translations.
package main

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

type page struct {
	german, french string
}

func gather(ctx context.Context, g *errgroup.Group, p *page) error {
	g.Go(func() error { p.german = "Hallo"; return ctx.Err() })
	g.Go(func() error { p.french = "Salut"; return ctx.Err() })
	return g.Wait()
}

func publish(ctx context.Context, p *page) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("not published: %w", err)
	}
	fmt.Println(p.german, p.french)
	return nil
}

func run(parent context.Context) error {
	g, ctx := errgroup.WithContext(parent)
	var p page
	if err := gather(ctx, g, &p); err != nil {
		return err
	}
	return publish(ctx, &p) // BUG
}

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Println(err)
	}
}
