// Package dash gathers what a dashboard shows.
package dash

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Backend answers questions about a shop.
type Backend interface {
	Orders(ctx context.Context, day int) (int, error)
	Users(ctx context.Context) ([]string, error)
}

// Board is what is shown.
type Board struct {
	Orders [7]int
	Users  []string
	Title  string
}

// Load asks the backend everything at once.
func Load(ctx context.Context, b Backend) (*Board, error) {
	var board Board
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(4)
	for day := range board.Orders {
		g.Go(func() (err error) {
			board.Orders[day], err = b.Orders(ctx, day)
			return err
		})
	}
	g.Go(func() error {
		users, err := b.Users(ctx)
		if err != nil {
			return fmt.Errorf("users: %w", err)
		}
		board.Users = users
		return nil
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	sum := 0
	for _, n := range board.Orders {
		sum += n
	}
	board.Title = fmt.Sprintf("%d users, %d orders", len(board.Users), sum)
	return &board, nil
}

// Fake is a backend for tests.
type Fake struct {
	Broken bool
}

// Orders invents a number.
func (f Fake) Orders(ctx context.Context, day int) (int, error) {
	return day * 10, ctx.Err()
}

// Users invents some names.
func (f Fake) Users(context.Context) ([]string, error) {
	if f.Broken {
		return nil, errors.New("backend broken")
	}
	return []string{"ann", "bob"}, nil
}
