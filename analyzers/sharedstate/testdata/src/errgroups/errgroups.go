// Package errgroups orders by errgroup.Group.Wait.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/sync/errgroup"
)

func fetch(ctx context.Context, id int) (string, error) {
	if id < 0 || ctx.Err() != nil {
		return "", errors.New("no such id")
	}
	return fmt.Sprint(id), nil
}

// All writes each result to a place of its own.
func All(ctx context.Context, ids []int) ([]string, error) {
	g, ctx := errgroup.WithContext(ctx)
	names := make([]string, len(ids))
	for i, id := range ids {
		g.Go(func() error {
			name, err := fetch(ctx, id)
			if err != nil {
				return err
			}
			names[i] = name
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return names, nil
}

// Count has a limit and a lock.
func Count(ids []int) (n int, err error) {
	var g errgroup.Group
	g.SetLimit(2)
	var mu sync.Mutex
	for range ids {
		g.Go(func() error {
			mu.Lock()
			defer mu.Unlock()
			n++
			return nil
		})
	}
	err = g.Wait()
	return n, err
}

func main() {
	fmt.Println(All(context.Background(), []int{1, 2, 3}))
	fmt.Println(Count([]int{1, 2, 3}))
}
