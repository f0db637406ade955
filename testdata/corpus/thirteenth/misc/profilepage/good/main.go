package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
)

type page struct {
	name    string
	friends []string
	unread  int
}

func lookup[T any](ctx context.Context, v T) (T, error) {
	select {
	case <-time.After(5 * time.Millisecond):
		return v, nil
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

func load(ctx context.Context, id int) (*page, error) {
	var p page
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(2)
	g.Go(func() (err error) {
		p.name, err = lookup(ctx, fmt.Sprint("user", id))
		return err
	})
	g.Go(func() (err error) {
		p.friends, err = lookup(ctx, []string{"eve", "bob"})
		return err
	})
	g.Go(func() error {
		n, err := lookup(ctx, id*3)
		p.unread = n
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return &p, nil
}

func main() {
	p, err := load(context.Background(), 14)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Printf("%s has %d friends and %d unread messages\n", p.name, len(p.friends), p.unread)
}
