// Package main sends inside an errgroup with a limit and a context.
package main

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"
)

func stream(ctx context.Context, ids []int) ([]int, error) {
	g, ctx := errgroup.WithContext(ctx)
	found := make(chan int)
	g.Go(func() error {
		defer close(found)
		for _, id := range ids {
			if id < 0 {
				return errors.New("negative")
			}
			select {
			case found <- id:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	var list []int
	g.Go(func() error {
		for id := range found {
			list = append(list, id)
		}
		return nil
	})
	err := g.Wait()
	return list, err
}

func limited(n int) int {
	var g errgroup.Group
	g.SetLimit(2)
	out := make(chan int, n)
	for i := range n {
		g.Go(func() error {
			out <- i
			return nil
		})
	}
	g.Wait()
	close(out)
	sum := 0
	for v := range out {
		sum += v
	}
	return sum
}

func main() {
	fmt.Println(stream(context.Background(), []int{1, 2}))
	fmt.Println(limited(3))
}
