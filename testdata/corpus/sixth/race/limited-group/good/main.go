package main

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

type page struct {
	url   string
	words int
}

func fetchAll(ctx context.Context, urls []string) ([]page, int32, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(2)
	pages := make([]page, len(urls))
	var failed atomic.Int32
	for i, u := range urls {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if strings.Contains(u, "bad") {
				failed.Add(1)
				return fmt.Errorf("cannot load %s", u)
			}
			p := &pages[i]
			p.url = u
			p.words = len(strings.Split(u, "/"))
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, failed.Load(), err
	}
	return pages, 0, nil
}

func main() {
	fmt.Println(fetchAll(context.Background(), []string{"/a/b", "/c", "/d/e/f"}))
	fmt.Println(fetchAll(context.Background(), []string{"/a/b", "/bad"}))
}
