// Package beyondgroup listens to another context than the one that its groups end.
package beyondgroup

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Check drops the group's context.
func Check(ctx context.Context, names []string) error {
	g, _ := errgroup.WithContext(ctx) // want `likely deaf to cancellation: the functions of this group listen to ctx; when one of them fails only the context that this call returns ends, and who sends to it waits on \(ctx-ignored\)`
	queue := make(chan string)
	g.Go(func() error { return feed(ctx, queue, names) })
	g.Go(func() error {
		for name := range queue {
			if name == "" {
				return fmt.Errorf("no name")
			}
		}
		return nil
	})
	return g.Wait()
}

func feed(ctx context.Context, out chan<- string, names []string) error {
	defer close(out)
	for _, name := range names {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case out <- name:
		}
	}
	return nil
}

type mill struct{ stones int }

// Grind gives the group's context to one function only.
func (m *mill) Grind(ctx context.Context, grain []int, use func(context.Context) error) error {
	g, inner := errgroup.WithContext(ctx)
	sacks := make(chan int)
	g.Go(func() error { return use(inner) })
	g.Go(func() error {
		defer close(sacks)
		for _, n := range grain {
			select { // want `likely deaf to cancellation: this listens to ctx; when another function of the group fails only the group's own context ends, and this waits on \(ctx-ignored\)`
			case sacks <- n:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	g.Go(func() error { return m.take(sacks) })
	return g.Wait()
}

func (m *mill) take(sacks <-chan int) error {
	for n := range sacks {
		if n > m.stones {
			return fmt.Errorf("%d is too much", n)
		}
	}
	return nil
}

// A source sends what it has.
type source interface {
	emit(ctx context.Context, out chan<- int) error
}

// From hands the wrong context to code that is not seen here.
func From(ctx context.Context, src source, use func(context.Context, int) error) error {
	g, inner := errgroup.WithContext(ctx)
	numbers := make(chan int)
	g.Go(func() error {
		defer close(numbers)
		return src.emit(ctx, numbers) // want `this listens to ctx; when another function of the group fails only the group's own context ends.* \(ctx-ignored\)`
	})
	g.Go(func() error {
		for n := range numbers {
			if err := use(inner, n); err != nil {
				return fmt.Errorf("%d: %w", n, err)
			}
		}
		return nil
	})
	return g.Wait()
}

// FromRight hands on the group's own.
func FromRight(ctx context.Context, src source, use func(context.Context, int) error) error {
	g, inner := errgroup.WithContext(ctx)
	numbers := make(chan int)
	g.Go(func() error {
		defer close(numbers)
		return src.emit(inner, numbers)
	})
	g.Go(func() error {
		for n := range numbers {
			if err := use(inner, n); err != nil {
				return fmt.Errorf("%d: %w", n, err)
			}
		}
		return nil
	})
	return g.Wait()
}
