package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"
)

type section struct {
	title string
	body  string
}

type newspaper struct {
	weather string
	sport   section
	rest    []section
}

func write(ctx context.Context, title string) (section, error) {
	select {
	case <-time.After(time.Millisecond):
		return section{title, "all about " + title}, nil
	case <-ctx.Done():
		return section{}, ctx.Err()
	}
}

func print(ctx context.Context, extra []string) (*newspaper, error) {
	paper := &newspaper{rest: make([]section, len(extra))}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(2)
	g.Go(func() error {
		paper.weather = "rain"
		return nil
	})
	g.Go(func() (err error) {
		paper.sport, err = write(ctx, "sport")
		return err
	})
	for i, title := range extra {
		g.Go(func() error {
			s, err := write(ctx, title)
			if err == nil {
				paper.rest[i] = s
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	paper.weather = strings.ToUpper(paper.weather)
	return paper, nil
}

func main() {
	p, err := print(context.Background(), []string{"art", "science", "games"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.weather, p.sport.body, len(p.rest))
	for _, s := range p.rest {
		fmt.Println(s.title, "-", s.body)
	}
}
