// Package main translates a farewell and publishes the translations.
package main

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

type page struct {
	german, french string
}

func (p *page) gather(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { p.german = "Ade"; return ctx.Err() })
	g.Go(func() error { p.french = "Adieu"; return ctx.Err() })
	return g.Wait()
}

func (p *page) publish(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("not published: %w", err)
	}
	fmt.Println(p.german, p.french)
	return nil
}

func run(ctx context.Context) error {
	p := new(page)
	if err := p.gather(ctx); err != nil {
		return err
	}
	return p.publish(ctx)
}

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Println(err)
	}
}
