package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

var errBroken = errors.New("page is broken")

type page struct {
	num  int
	text string
}

func fetch(ctx context.Context, num int) (page, error) {
	select {
	case <-time.After(500 * time.Microsecond):
	case <-ctx.Done():
		return page{}, ctx.Err()
	}
	if num%7 == 0 {
		return page{}, fmt.Errorf("page %d: %w", num, errBroken)
	}
	return page{num, fmt.Sprintf("text of %d", num)}, nil
}

// crawl fetches the pages 1 to last with three fetchers.
func crawl(ctx context.Context, last int) (map[int]page, error) {
	g, gctx := errgroup.WithContext(ctx)
	nums := make(chan int)
	pages := make(chan page, last)

	g.Go(func() error {
		defer close(nums)
		for n := 1; n <= last; n++ {
			select { // BUG: ctx-ignored, send-no-receiver
			case nums <- n: // BUG: ctx-ignored, send-no-receiver
			case <-ctx.Done(): // BUG: ctx-ignored, send-no-receiver
				return ctx.Err()
			}
		}
		return nil
	})
	for range 3 {
		g.Go(func() error {
			for n := range nums {
				p, err := fetch(gctx, n)
				if err != nil {
					return err
				}
				pages <- p
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil { // BUG: ctx-ignored
		return nil, err
	}
	close(pages)

	book := make(map[int]page)
	for p := range pages {
		book[p.num] = p
	}
	return book, nil
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()

	book, err := crawl(ctx, 6)
	fmt.Println(len(book), err)

	book, err = crawl(ctx, 60)
	fmt.Println(len(book), errors.Is(err, errBroken))
}
