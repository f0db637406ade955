package main

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/sync/errgroup"
)

type asset struct {
	path string
	body string
}

func fetch(ctx context.Context, a asset) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if a.body == "" {
		return "", fmt.Errorf("%s: no content", a.path)
	}
	return a.body, nil
}

func totalSize(ctx context.Context, assets []asset) (int, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(4)
	size := 0
	for _, a := range assets {
		g.Go(func() error {
			body, err := fetch(ctx, a)
			if err != nil {
				return err
			}
			size += len(body) // BUG: captured-var
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return 0, err
	}
	return size, nil
}

func main() {
	var assets []asset
	for i := range 12 {
		assets = append(assets, asset{fmt.Sprintf("img/%d.png", i), strings.Repeat("x", i+1)})
	}
	n, err := totalSize(context.Background(), assets)
	fmt.Println(n > 0, err)
}
