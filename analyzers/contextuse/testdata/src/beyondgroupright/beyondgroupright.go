// Package beyondgroupright has groups with a context whose functions do not wait too long.
package beyondgroupright

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

func feed(ctx context.Context, out chan<- string, names []string) error {
	defer close(out)
	for _, name := range names {
		select {
		case out <- name:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func check(in <-chan string) error {
	for name := range in {
		if name == "" {
			return fmt.Errorf("no name")
		}
	}
	return nil
}

// Inner listens to the group's context.
func Inner(ctx context.Context, names []string) error {
	g, inner := errgroup.WithContext(ctx)
	queue := make(chan string)
	g.Go(func() error { return feed(inner, queue, names) })
	g.Go(func() error { return check(queue) })
	return g.Wait()
}

// Same has one name for both.
func Same(ctx context.Context, names []string) error {
	g, ctx := errgroup.WithContext(ctx)
	queue := make(chan string)
	g.Go(func() error { return feed(ctx, queue, names) })
	g.Go(func() error { return check(queue) })
	return g.Wait()
}

// Room has room for all names.
func Room(ctx context.Context, names []string) error {
	g, _ := errgroup.WithContext(ctx)
	queue := make(chan string, len(names))
	g.Go(func() error { return feed(ctx, queue, names) })
	g.Go(func() error { return check(queue) })
	return g.Wait()
}

// Drained takes the rest as well.
func Drained(ctx context.Context, names []string) error {
	g, _ := errgroup.WithContext(ctx)
	queue := make(chan string)
	g.Go(func() error { return feed(ctx, queue, names) })
	g.Go(func() error {
		defer func() {
			for range queue {
			}
		}()
		return check(queue)
	})
	return g.Wait()
}

// Outside has a receiver that goes on when a function of the group has failed.
func Outside(ctx context.Context, names []string) (n int, err error) {
	g, _ := errgroup.WithContext(ctx)
	queue := make(chan string)
	g.Go(func() error { return feed(ctx, queue, names) })
	g.Go(func() error {
		if len(names) == 0 {
			return fmt.Errorf("no names")
		}
		return nil
	})
	for range queue {
		n++
	}
	return n, g.Wait()
}

// Patient never fails.
func Patient(ctx context.Context, names []string) error {
	g, _ := errgroup.WithContext(ctx)
	queue := make(chan string)
	g.Go(func() error { return feed(ctx, queue, names) })
	g.Go(func() error {
		for name := range queue {
			fmt.Println(name)
		}
		return ctx.Err()
	})
	return g.Wait()
}

// Ended cancels what the sender listens to.
func Ended(ctx context.Context, names []string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	g, _ := errgroup.WithContext(ctx)
	queue := make(chan string)
	g.Go(func() error { return feed(ctx, queue, names) })
	g.Go(func() error {
		defer cancel()
		return check(queue)
	})
	return g.Wait()
}

// Apart has functions that do not know each other.
func Apart(ctx context.Context, results chan<- int, numbers []int) error {
	g, _ := errgroup.WithContext(ctx)
	for _, n := range numbers {
		g.Go(func() error {
			if n < 0 {
				return fmt.Errorf("%d is negative", n)
			}
			select {
			case results <- n:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}
	return g.Wait()
}
